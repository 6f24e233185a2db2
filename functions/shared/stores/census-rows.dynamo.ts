import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { digest } from '../../../core/hash.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import type { Count, Day } from './counts.ts';
import type { CrowdCount } from './crowds.ts';
import type { Entry } from './directory-keys.ts';
import type { Resting } from './people.ts';
import type { UpcomingCount } from './upcoming.ts';

/** Who counts at the same time as another mostly writes other rows: each count is the sum of so many. */
export const SHARDS = 4;

export interface Key {
  pk: string;
  sk: string;
}

export const keyOf = ({ pk, sk }: Key): Record<string, AttributeValue> => ({ pk: { S: pk }, sk: { S: sk } });

/** In seconds, so many days after a day: DynamoDB takes the row away then. */
export const goesAfter = (day: Day, days: number): number => Math.ceil((Date.parse(day) + days * DAY) / 1000);

export const countKey = ({ journey, day, step }: Count, shard: number): Key => ({
  pk: `count#${journey}`,
  sk: `${day}#${step}#${shard}`,
});
export const restingKey = ({ journey }: UpcomingCount, shard: number): Key => ({
  pk: `resting#${journey}`,
  sk: String(shard),
});
export const upcomingKey = ({ day, journey }: UpcomingCount, shard: number): Key => ({
  pk: `upcoming#${day}`,
  sk: `${journey}#${shard}`,
});

/** Where all crowds are counted. */
export const ALL_CROWDS = 'crowd#all';
export const crowdKey = ({ crowd }: Pick<CrowdCount, 'crowd'>, shard: number): Key => ({
  pk: ALL_CROWDS,
  sk: `${crowd}#${shard}`,
});

/** Names of the attributes of a row that hold its counts. */
export const countName = ({ kind, value, reason, arms }: Count): string =>
  JSON.stringify([kind, value, reason, Object.fromEntries(Object.entries(arms).sort())]);
export const restingName = ({ step, held }: UpcomingCount): string =>
  JSON.stringify(held === undefined ? [step] : [step, held]);

export const crowdName = ({ moment, state }: CrowdCount): string => JSON.stringify([moment, state]);

/** The counts of a row: what their names say, and how many. */
export const countsIn = (row: Record<string, AttributeValue>): [said: unknown[], count: number][] =>
  Object.entries(row).flatMap(([name, { N }]) =>
    name.startsWith('[') && N !== undefined ? [[JSON.parse(name) as unknown[], Number(N)]] : [],
  );

const padded = (millis: number): string => String(Math.max(0, millis)).padStart(15, '0');

export const peoplePartition = ({ journey, step }: Pick<Resting, 'journey' | 'step'>): string =>
  `people#${journey}#${step}`;

/** Before all who are held for this and due at this time or later. */
export const peopleFrom = (heldFor: string, due: number): string => `${heldFor}#${padded(due)}`;

/** The same place of the same customer is the same row; under two ids of one person it is two. */
export const placeKey = (place: Omit<Resting, 'since'>): Key => ({
  pk: peoplePartition(place),
  sk: `${peopleFrom(place.held ?? '', place.due)}#${digest([place.customer])}#${place.enrolment}`,
});

export const directoryPartition = ({ by, key }: Entry): string => `directory#${by}#${[...key].slice(0, 2).join('')}`;

export const entryKey = (entry: Entry, customer: string): Key => ({
  pk: directoryPartition(entry),
  sk: `${entry.key}#${digest([customer])}`,
});

/** Where all entries of a customer are listed, so that each can be taken away. */
export const listKey = (customer: string): Key => ({ pk: `directory#of#${customer}`, sk: 'entries' });

export const askersPartition = (theme: string): string => `theme#${theme}`;

/** In no order that means anything; the id itself stands beside it. */
export const askerKey = ({ theme, customer }: { theme: string; customer: string }): Key => ({
  pk: askersPartition(theme),
  sk: digest([customer]),
});
