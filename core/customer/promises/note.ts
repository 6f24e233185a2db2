import { iso } from '../../time/instant.ts';
import { type Draft, note } from '../draft.ts';
import type { PromiseEntry } from '../model/journal.ts';
import type { MadePromise, PromiseStatus } from '../model/promise.ts';

/** As the customer reads it. */
const BECAUSE: Record<PromiseStatus, string> = {
  made: 'We told you that this will happen, and by when.',
  'due-soon': 'What we told you has not happened yet, so we asked a colleague to look after it.',
  kept: 'What we told you has happened in time.',
  broken: 'We told you that something would happen by now, and it has not. That is our fault.',
  'kept-late': 'What we told you has happened after all.',
  released: 'We do not follow any more what we told you here.',
};

/** Journals what became of a promise. */
export const notePromise = (
  draft: Draft,
  id: string,
  { journey, moment, made, due }: MadePromise,
  status: PromiseStatus,
  more: Pick<PromiseEntry, 'event' | 'happenedAt'> = {},
): void =>
  note(draft, {
    kind: 'promise',
    status,
    promise: id,
    journey,
    moment,
    madeAt: iso(made),
    due: iso(due),
    ...more,
    because: BECAUSE[status],
  });
