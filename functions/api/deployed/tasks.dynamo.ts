import { type AttributeValue, BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { parseDecisionId } from '../../../core/customer/decision-id.ts';
import { DecisionEntry } from '../../../core/customer/model/journal.ts';
import { chunksOf } from '../../shared/chunks.ts';
import { taskKey } from '../../shared/stores/task-rows.dynamo.ts';
import type { GivenWork, Tasks } from '../ports.ts';

interface TasksDeps {
  client: DynamoDBClient;
  /** Records. */
  table: string;
}

const MOST = 100;
const TRIES = 3;

const keyOf = ({ customer, task, at }: GivenWork): Record<string, AttributeValue> => {
  const { enrolment = '', step = '', visit = 0 } = parseDecisionId(task);
  return taskKey({ at: new Date(at).toISOString(), customer, enrolment, step, visit });
};

const textOf = ({ pk, sk }: Record<string, AttributeValue>): string => `${pk?.S}\n${sk?.S}`;

/** Words of work for people, in Records, where each stands in the list of its day. */
export const createDynamoTasks = ({ client, table }: TasksDeps): Tasks => ({
  words: async (work) => {
    const entryByKey = new Map<string, DecisionEntry>();
    const keys = [...new Map(work.map((one) => [textOf(keyOf(one)), keyOf(one)])).values()];
    for (const chunk of chunksOf(keys, { count: MOST })) {
      let left: Record<string, AttributeValue>[] | undefined = chunk;
      // What is not answered is asked for again; what is not there then has no words on this page.
      for (let tries = 0; left && left.length > 0 && tries < TRIES; tries++) {
        const command: BatchGetItemCommand = new BatchGetItemCommand({ RequestItems: { [table]: { Keys: left } } });
        const { Responses, UnprocessedKeys } = await client.send(command);
        for (const row of Responses?.[table] ?? [])
          entryByKey.set(textOf(row), DecisionEntry.parse(JSON.parse(row.entry?.S ?? '{}')));
        left = UnprocessedKeys?.[table]?.Keys;
      }
    }
    return work.map((one) => entryByKey.get(textOf(keyOf(one))));
  },
});
