import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { EventType } from '../../language/catalogue/event.ts';
import { digest } from '../hash.ts';
import { ownValue } from '../own-value.ts';
import { isAwaited } from './awaited.ts';
import type { IncomingEvent } from './model/incoming.ts';
import { LIMITS } from './model/limits.ts';
import type { Millis } from './model/millis.ts';
import type { CustomerState } from './model/state.ts';

/** What is remembered of one type of event. */
type Family = NonNullable<CustomerState['seenOf']>[string];

/** So many letters of an id, and of a type's hash, tell them apart well enough: an item has no room for all of them twice. */
const MARK = 4;

/** By which the item remembers an event. */
export const keyOf = (id: string): string => digest([id], 12);

const familyOf = (type: string): string => digest([type], MARK);

/**
 * Whether it happened so long ago that it may be a repeat of an event of its type that is no longer remembered. Events of
 * other types have no say in it. Items of before remembered all types together: what they dropped counts for every type.
 */
export const isBehind = ({ seenSince, seenOf = {} }: CustomerState, { type, at }: IncomingEvent): boolean => {
  const time = Date.parse(at);
  const since = ownValue(seenOf, familyOf(type))?.since;
  return (seenSince > 0 && time <= seenSince) || (since !== undefined && time <= since);
};

/** Whether a repeat of it could do more than say a fact again, which is told by its own time. */
export const movesMore = (name: string, type: EventType, catalogue: Catalogue): boolean =>
  type.signals.length > 0 ||
  type.opens !== undefined ||
  type.byHand !== undefined ||
  type.closes !== undefined ||
  type.feedback === 'soft-bounced' ||
  type.work !== undefined ||
  isAwaited(name, catalogue);

/** Keeps the id of an event that happened at `at`, and drops another where that is one too many. */
export const markSeen = (state: CustomerState, key: string, type: string, at: Millis): void => {
  const name = familyOf(type);
  const family = ownValue(state.seenOf ?? {}, name) ?? { ids: '' };
  state.seen = { ...state.seen, [key]: at };
  state.seenOf = { ...state.seenOf, [name]: { ...family, ids: family.ids + markOf(key) } };
  trimSeen(state);
};

/** Remembers what another id of the same person knew of repeats, too. */
export const joinSeen = (state: CustomerState, from: CustomerState): void => {
  state.seenSince = Math.max(state.seenSince, from.seenSince);
  const seenOf = { ...state.seenOf };
  for (const [name, family] of Object.entries(from.seenOf ?? {})) {
    const { ids, since } = ownValue(seenOf, name) ?? { ids: '' };
    const marks = new Set([...marksIn({ ids }), ...marksIn(family)]);
    const last =
      since === undefined || family.since === undefined ? (since ?? family.since) : Math.max(since, family.since);
    seenOf[name] = { ids: [...marks].join(''), ...(last === undefined ? {} : { since: last }) };
  }
  if (Object.keys(seenOf).length > 0) state.seenOf = seenOf;
  state.seen = { ...from.seen, ...state.seen };
  trimSeen(state);
};

const trimSeen = (state: CustomerState): void => {
  while (Object.keys(state.seen).length > LIMITS.seen) dropOne(state);
  while (Object.keys(state.seenOf ?? {}).length > LIMITS.seenTypes) dropFamily(state);
};

const markOf = (key: string): string => key.slice(0, MARK);

const marksIn = ({ ids }: Family): string[] => ids.match(new RegExp(`.{${MARK}}`, 'g')) ?? [];

/** The oldest of the type of which most is remembered: what comes in crowds makes room, not what comes once a year. */
const dropOne = (state: CustomerState): void => {
  const families = Object.values(state.seenOf ?? {}).map((family) => new Set(marksIn(family)));
  const keys = Object.keys(state.seen);
  const ofNone = keys.filter((key) => !families.some((marks) => marks.has(markOf(key))));
  const crowds = [ofNone, ...families.map((marks) => keys.filter((key) => marks.has(markOf(key))))];
  const crowd = crowds.reduce((most, other) => (other.length > most.length ? other : most));
  const timeOf = (key: string): Millis => state.seen[key] ?? 0;
  forget(
    state,
    crowd.reduce((first, key) => (timeOf(key) < timeOf(first) ? key : first)),
  );
};

/** What was as old, of its type, may be a repeat from now on. Two ids with one mark are taken for both types. */
const forget = (state: CustomerState, key: string): void => {
  const { [key]: at = 0, ...seen } = state.seen;
  state.seen = seen;
  const mark = markOf(key);
  const families = Object.entries(state.seenOf ?? {}).filter(([, family]) => marksIn(family).includes(mark));
  if (families.length === 0) state.seenSince = Math.max(state.seenSince, at);
  for (const [name, family] of families) {
    const ids = marksIn(family)
      .filter((other) => other !== mark)
      .join('');
    state.seenOf = { ...state.seenOf, [name]: { ids, since: Math.max(at, family.since ?? at) } };
  }
};

/** The type that was last told of longest ago makes room for another: what is as old, of any type, may be a repeat then. */
const dropFamily = (state: CustomerState): void => {
  const keysOf = (family: Family): string[] => {
    const marks = new Set(marksIn(family));
    return Object.keys(state.seen).filter((key) => marks.has(markOf(key)));
  };
  const newestOf = (family: Family): Millis =>
    Math.max(family.since ?? 0, ...keysOf(family).map((key) => state.seen[key] ?? 0));
  const [name, family] = Object.entries(state.seenOf ?? {}).reduce((oldest, other) =>
    newestOf(other[1]) < newestOf(oldest[1]) ? other : oldest,
  );
  state.seenSince = Math.max(state.seenSince, newestOf(family));
  const gone = new Set(keysOf(family));
  const { [name]: _, ...others } = state.seenOf ?? {};
  state.seenOf = others;
  state.seen = Object.fromEntries(Object.entries(state.seen).filter(([key]) => !gone.has(key)));
};

/** What is said of an event that may be a repeat. */
export const staleness = ({ type, at }: Pick<IncomingEvent, 'type' | 'at'>): string =>
  `${type} of ${at} came so late that it may be a repeat of one that is no longer remembered: what it states was taken, mood and journeys were not touched. In a stage it lies among the rejects, and tactful redrive rejects --reason stale takes it.`;
