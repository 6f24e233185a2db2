import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DecisionEntry, JournalEntry } from '../../../core/customer/model/journal.ts';
import { digest } from '../../../core/hash.ts';

/** For so many days work that was given to somebody stands in the list of it. */
export const TASKS_LAST = 90;

const SECONDS = 86_400;

/** A decision that gave work to a person: it has the words of it. */
export const isWork = (entry: JournalEntry): entry is DecisionEntry =>
  entry.kind === 'decision' && entry.message !== undefined;

/** Where in Records work of a day is. */
const taskPartition = (day: string): string => `task#${day}`;

/** The place of work in the list of its day, the same however often it is written. */
export const taskKey = ({
  at,
  customer,
  enrolment,
  step,
  visit,
}: Pick<DecisionEntry, 'at' | 'customer' | 'enrolment' | 'step' | 'visit'>): Record<string, AttributeValue> => ({
  pk: { S: taskPartition(at.slice(0, 10)) },
  sk: { S: `${at}#${digest([customer, enrolment, step, String(visit)])}` },
});

/** A row of the list. It goes with its customer, or after its days. */
export const taskRow = (entry: DecisionEntry): Record<string, AttributeValue> => ({
  ...taskKey(entry),
  entry: { S: JSON.stringify(entry) },
  ttl: { N: String(Math.ceil(Date.parse(entry.at) / 1000) + TASKS_LAST * SECONDS) },
});
