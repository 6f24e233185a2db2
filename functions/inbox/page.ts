import type { InboxEntry } from '../shared/inbox-message.ts';
import { parseJson } from '../shared/parse-json.ts';
import { InboxProblem } from './problem.ts';
import { Cursor } from './schema.ts';

/** A message as a product gets it. */
export interface InboxMessage {
  id: string;
  at: string;
  until?: string;
  journey: string;
  moment: string;
  purpose: InboxEntry['purpose'];
  topic?: string;
  title: string;
  text: string;
  /** A fragment: no script, no style, links to http, https, mailto and tel alone. */
  html: string;
  asks?: NonNullable<InboxEntry['asks']>;
  readAt?: string;
}

/** Of a message that has no HTML, which is one without words. */
const NOTHING = '';

const messageOf = ({
  id,
  at,
  until,
  journey,
  moment,
  purpose,
  topic,
  subject,
  text,
  html,
  asks,
  readAt,
}: InboxEntry): InboxMessage => ({
  id,
  at,
  ...(until !== undefined && { until }),
  journey,
  moment,
  purpose,
  ...(topic !== undefined && { topic }),
  title: subject,
  text,
  html: html ?? NOTHING,
  ...(asks && { asks }),
  ...(readAt !== undefined && { readAt }),
});

/** By time, then by id: an order that stays as it is, whatever comes. */
const isBefore = (one: readonly [string, string], other: readonly [string, string]): boolean =>
  one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);

const placeOf = ({ at, id }: Pick<InboxEntry, 'at' | 'id'>): Cursor => [at, id];

/** What stands in an inbox at an instant, newest first: neither gone nor put away. */
export const standing = (entries: readonly InboxEntry[], now: number): InboxEntry[] =>
  entries
    .filter(({ until, dismissedAt }) => dismissedAt === undefined && !(until !== undefined && Date.parse(until) <= now))
    .toSorted((one, other) => (isBefore(placeOf(one), placeOf(other)) ? 1 : -1));

export const unreadIn = (entries: readonly InboxEntry[]): number =>
  entries.filter(({ readAt }) => readAt === undefined).length;

const write = (place: Cursor): string => Buffer.from(JSON.stringify(place)).toString('base64url');

const read = (after: string): Cursor => {
  const place = Cursor.safeParse(parseJson(Buffer.from(after, 'base64url').toString()));
  if (place.success) return place.data;
  throw new InboxProblem(
    400,
    `after is ${JSON.stringify(after.slice(0, 60))}; it should be the \`next\` of an answer.`,
  );
};

/** A page of what stands. Throws InboxProblem for a cursor that no page gave. */
export const pageOf = (
  entries: readonly InboxEntry[],
  { limit, after }: { limit: number; after?: string | undefined },
): { messages: InboxMessage[]; next?: string } => {
  const place = after === undefined ? undefined : read(after);
  const left = place ? entries.filter((entry) => isBefore(placeOf(entry), place)) : entries;
  const page = left.slice(0, limit);
  const last = page.at(-1);
  return {
    messages: page.map(messageOf),
    ...(last && left.length > page.length ? { next: write(placeOf(last)) } : {}),
  };
};
