import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { JournalEntry, PromiseEntry } from '../customer/model/journal.ts';
import { nameOf } from './words/decision.ts';

const SAYS: Record<PromiseEntry['status'], string> = {
  made: 'is owed',
  'due-soon': 'is owed, and the team was told that it runs out',
  kept: 'was kept',
  broken: 'was broken, and is owed still',
  'kept-late': 'was kept late',
  released: 'is followed no longer',
};

/** The last word of each promise on record, in the order in which they were made. */
export const promisedIn = (timeline: readonly JournalEntry[]): PromiseEntry[] => {
  const last = new Map<string, PromiseEntry>();
  for (const entry of timeline) if (entry.kind === 'promise') last.set(entry.promise, entry);
  return [...last.values()];
};

/** `“We have your question”, promised …, due …: was kept … by support.ticket_resolved`. */
export const promiseInWords = (
  { moment, madeAt, due, status, at, event }: PromiseEntry,
  catalogue: Catalogue,
  tell: (at: string) => string,
): string => {
  const isKept = status === 'kept' || status === 'kept-late';
  const how = isKept ? ` ${tell(at)}${event === undefined ? '' : ` by ${event}`}` : '';
  return `${nameOf(moment, catalogue)} [${moment}], said ${tell(madeAt)}, by ${tell(due)}: it ${SAYS[status]}${how}`;
};
