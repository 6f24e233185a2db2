import type { Draft } from '../draft.ts';
import { noteGesture } from '../gestures/life.ts';
import { boundGestures } from '../gestures/records.ts';
import { LIMITS } from '../model/limits.ts';
import type { Occurrence } from '../model/occurrence.ts';
import type { CustomerState } from '../model/state.ts';
import { joinSeen } from '../seen.ts';
import { newer, union } from './join-facts.ts';

/** More than any cap on work counts. */
const MOST_WORK = 32;

const byTime = (one: Occurrence, other: Occurrence): number => one.at - other.at;

const joinOccurrences = (one: Occurrence[], other: Occurrence[]): Occurrence[] => {
  const ids = new Set(one.map(({ id }) => id));
  return [...one, ...other.filter(({ id }) => !ids.has(id))].sort(byTime);
};

type Ended = CustomerState['ended'][string];

/** Of each value of `per` the last counts. */
const joinEnded = (one: Ended, other: Ended): Ended => {
  const all = [...one, ...other].sort((a, b) => a.startedAt - b.startedAt);
  return all
    .filter(({ per }, place) => !all.slice(place + 1).some((next) => next.per === per))
    .slice(-LIMITS.endedPerJourney);
};

/** Work keeps its id, and is found under that by which its customer was given it. */
const joinWork = (state: CustomerState, from: CustomerState): NonNullable<CustomerState['tasks']> => ({
  ...state.tasks,
  ...Object.fromEntries(
    Object.entries(from.tasks ?? {}).map(([id, work]) => [id, { ...work, customer: work.customer ?? from.id }]),
  ),
});
/** Budgets of a person count what was given under either id. */
export const joinGestures = (draft: Draft, { gestures = [] }: CustomerState): void => {
  const { state, now, deps } = draft;
  if (gestures.length === 0) return;
  // A timer under the other id finds nobody any more.
  const theirs = gestures.map(({ timed: _, ...record }) => record);
  const all = [...(state.gestures ?? []), ...theirs].toSorted((one, other) => one.at - other.at);
  state.gestures = boundGestures(all, now, deps.catalogue);
  const remaining = new Set(state.gestures);
  // What there is no room for, and nobody was asked for yet, is not given: what is reserved for it would stay so.
  for (const record of all)
    if (record.state === 'offered' && !remaining.has(record))
      noteGesture(draft, { ...record, state: 'failed', why: 'lost' });
};

/** What went out, what was done, what happened and what is known of repeats: all of both, so that nothing is forgotten. */
export const joinHistory = (state: CustomerState, from: CustomerState): void => {
  joinSeen(state, from);
  state.decisions = [...state.decisions, ...from.decisions].sort((one, other) => one.at - other.at);
  state.occurrences = union(state.occurrences, from.occurrences, joinOccurrences);
  const tasks = joinWork(state, from);
  if (Object.keys(tasks).length > 0) state.tasks = tasks;
  state.ended = union(state.ended, from.ended, joinEnded);
  const worked = Object.entries(
    union(state.worked, from.worked, (one, other) => [...one, ...other].sort((a, b) => a - b).slice(-MOST_WORK)),
  ).sort(([, one], [, other]) => (one.at(-1) ?? 0) - (other.at(-1) ?? 0));
  if (worked.length > 0) state.worked = Object.fromEntries(worked.slice(-LIMITS.worked));
  const { protectedBy } = state;
  const hard =
    protectedBy && from.protectedBy ? newer(protectedBy, from.protectedBy) : (protectedBy ?? from.protectedBy);
  if (hard) state.protectedBy = hard;
};
