import { refuseNewer } from '../catalogue-older.ts';
import { softenClosed } from '../commands/apply-signals.ts';
import { joinThemes } from '../commands/apply-themes.ts';
import { CustomerBeingErased } from '../commands/on-erase.ts';
import { type EventAnswer, onEvent } from '../commands/on-event.ts';
import { type Draft, note, type ReduceDeps } from '../draft.ts';
import { finishChange } from '../finish-change.ts';
import { settleGestures } from '../gestures/settle.ts';
import { leaveAfterLease, leaveForGood } from '../leave.ts';
import { cloneState } from '../model/clone-state.ts';
import { emptyCustomer } from '../model/empty-customer.ts';
import { knownSinceOf } from '../model/facts.ts';
import { ALIAS_FORMAT } from '../model/format.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import { LIMITS } from '../model/limits.ts';
import type { Millis } from '../model/millis.ts';
import type { CustomerState } from '../model/state.ts';
import { noteBefore } from '../note-before.ts';
import { joinPromises } from '../promises/make.ts';
import { settlePromises } from '../promises/settle.ts';
import { wakeHeld } from '../question.ts';
import { takeOver } from '../retire.ts';
import { trimWork } from '../work/give-work.ts';
import { endTwins, hearOfEachOther, makeRoom, takeOverEnrolments } from './join-enrolments.ts';
import { joinAttributes, joinMood } from './join-facts.ts';
import { joinGestures, joinHistory } from './join-history.ts';
import { joinIncidents } from './join-incidents.ts';
import { joinWishes } from './join-wishes.ts';

/** Both items as they are written together; or why they cannot be. */
export type Merged = { from: CustomerState; into: CustomerState; answer: EventAnswer } | { refused: 'too-many-ids' };

/** The ids that lead to an item that has taken them over. */
const aliasesOf = (from: CustomerState, into: CustomerState): string[] => [
  ...(into.aliases ?? []),
  ...(from.aliases ?? []),
  from.id,
];

const areTooMany = (aliases: string[]): boolean =>
  aliases.length > LIMITS.aliases || Buffer.byteLength(JSON.stringify(aliases)) > LIMITS.aliasBytes;

/**
 * Two ids of one person: `into` takes over what is known of `from`, which becomes an alias. Neither may be one yet. The event is
 * then one of `into`, to which journeys may listen. Throws CustomerBeingErased, CatalogueOlder and MergeHasToWait: all come again.
 */
export const mergeCustomers = async (
  from: CustomerState,
  into: CustomerState,
  event: IncomingEvent,
  now: Millis,
  deps: ReduceDeps,
): Promise<Merged> => {
  if (from.erased !== undefined || into.erased !== undefined) throw new CustomerBeingErased();
  const aliases = aliasesOf(from, into);
  if (areTooMany(aliases)) return { refused: 'too-many-ids' };
  const draft: Draft = { state: cloneState(into), now: Math.max(now, from.at, into.at), deps };
  refuseNewer(from, draft.deps);
  const { state } = draft;
  state.aliases = aliases;
  state.mergedAt = Math.max(Date.parse(event.at), from.mergedAt ?? 0, into.mergedAt ?? 0);
  note(draft, { kind: 'merged', from: from.id, into: into.id });
  join(draft, from, into);
  softenClosed(draft, event.type);
  takeOver(draft);
  leaveAfterLease(draft);
  await hearOfEachOther(draft);
  // What was told under one id may have kept what was promised under the other.
  await settlePromises(draft);
  endTwins(draft);
  makeRoom(draft);
  trimWork(draft);
  const answer = await onEvent(draft, event);
  await settlePromises(draft, draft.state.promises);
  await wakeHeld(draft);
  settleGestures(draft);
  await finishChange(draft, into, from.enrolments);
  return { from: aliasOf(from, state), into: state, answer };
};

const join = (draft: Draft, from: CustomerState, into: CustomerState): void => {
  const { state } = draft;
  joinAttributes(state, from);
  joinMood(draft, from);
  joinIncidents(draft, from);
  joinWishes(draft, into, from);
  joinHistory(state, from);
  joinGestures(draft, from);
  takeOverEnrolments(draft, from);
  joinPromises(draft, from);
  joinThemes(state, from);
  if (into.version === 0) {
    // Nobody was known by this id: it begins as the other was.
    if (from.closedAt !== undefined) state.closedAt = from.closedAt;
    if (from.returnedAt !== undefined) state.returnedAt = from.returnedAt;
  }
  const since = Math.min(knownSinceOf(from), knownSinceOf(into));
  // `firstSeenAt` tells lives of one id apart, and stays.
  if (since < state.firstSeenAt) state.knownSince = since;
  if (state.closedAt === undefined) return;
  for (const id of Object.keys(from.enrolments)) leaveForGood(draft, id, 'farewell');
};

/** All that is left under the old id: where its person is now. */
const aliasOf = (from: CustomerState, { id: movedTo, at, catalogue }: CustomerState): CustomerState => {
  const state = emptyCustomer(from.id, from.firstSeenAt);
  const alias: CustomerState = { ...state, format: ALIAS_FORMAT, version: from.version + 1, at, movedTo };
  if (catalogue) alias.catalogue = catalogue;
  noteBefore(alias, from);
  alias.journal = [{ at: new Date(at).toISOString(), customer: from.id, kind: 'merged', from: from.id, into: movedTo }];
  return alias;
};
