import { isWork } from '../../../language/catalogue/channel.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import type { Promised } from '../../../language/catalogue/promise.ts';
import { ownValue } from '../../own-value.ts';
import { afterWorkingTime } from '../../time/working-days.ts';
import { type DecisionKey, decisionId } from '../decision-id.ts';
import type { Draft } from '../draft.ts';
import { jsonBytes } from '../model/bound-list.ts';
import type { Enrolment } from '../model/enrolment.ts';
import { LIMITS } from '../model/limits.ts';
import type { Millis } from '../model/millis.ts';
import { HASH, hashLong, type MadePromise } from '../model/promise.ts';
import type { CustomerState } from '../model/state.ts';
import { toSecond } from '../occurrence.ts';
import { notePromise } from './note.ts';

/** After so much of the time for it the team is told. */
const SOON = 0.75;

/** When a part of the time for a promise is over: on the company's own working days, where it counts those. */
const after = ({ deps }: Draft, { within }: Promised, madeAt: Millis, part: number): Millis => {
  const { policy } = deps.catalogue;
  return typeof within === 'number'
    ? madeAt + Math.round(part * within * 1000)
    : afterWorkingTime(madeAt, Math.round(part * within.workingDays * DAY), policy.zone, policy);
};

/** The entering fields that tell by which event it is kept, as far as they are short, and else as hashes. */
const tellingFields = ({ event }: Enrolment, names: readonly string[]): Pick<MadePromise, 'event' | 'hashedAbove'> => {
  const present = names.filter((name) => ownValue(event, name) !== undefined);
  if (present.length === 0) return {};
  const whole = Object.fromEntries(present.map((name) => [name, event[name]]));
  if (jsonBytes(whole) <= LIMITS.promiseBytes) return { event: whole };
  const hashedAbove = jsonBytes(hashLong(whole, LIMITS.exact)) <= LIMITS.promiseBytes ? LIMITS.exact : HASH;
  return { event: hashLong(whole, hashedAbove), hashedAbove };
};

/** A message that went out. */
interface Sent extends DecisionKey {
  journey: string;
  moment: string;
}

/** What a message promised that has just gone out. It holds from when the message may have arrived. */
export const makePromise = (draft: Draft, enrolment: Enrolment, subject: Sent): void => {
  const copy = ownValue(draft.deps.catalogue.moments, subject.moment);
  if (!copy?.promises || isWork(copy.channels)) return;
  const madeAt = Math.min(draft.now, enrolment.reserved?.at ?? draft.now);
  // What happened while the message was held keeps what it says as well.
  const since = toSecond(enrolment.since) < toSecond(madeAt) ? { since: enrolment.since } : {};
  const promise: MadePromise = {
    journey: subject.journey,
    moment: subject.moment,
    made: madeAt,
    due: after(draft, copy.promises, madeAt, 1),
    on: copy.promises.kept.map(({ on }) => on),
    ...since,
    ...tellingFields(enrolment, copy.promises.fields),
    next: after(draft, copy.promises, madeAt, SOON),
    timer: 1,
  };
  const id = decisionId(subject);
  notePromise(draft, id, promise, 'made');
  draft.state.promises = { ...draft.state.promises, [id]: promise };
  trimPromises(draft);
};

/** Who is broken already goes first, then who is owed last: what is let go is told. */
export const trimPromises = (draft: Draft): void => {
  const all = Object.entries(draft.state.promises ?? {});
  if (all.length <= LIMITS.promises) return;
  const rank = ({ next, due }: MadePromise): number => (next === undefined ? 1e15 - due : 0) + due;
  const sorted = all.toSorted(([, one], [, other]) => rank(one) - rank(other));
  for (const [id, promise] of sorted.slice(LIMITS.promises))
    if (promise.next !== undefined) notePromise(draft, id, promise, 'released');
  draft.state.promises = Object.fromEntries(sorted.slice(0, LIMITS.promises));
};

/** Those of another id of the same person, each with a timer under the new id. */
export const joinPromises = (draft: Draft, from: CustomerState): void => {
  if (!from.promises) return;
  const theirs = Object.entries(from.promises).map(([id, one]) => [id, { ...one, timer: one.timer + 1 }]);
  draft.state.promises = { ...draft.state.promises, ...Object.fromEntries(theirs) };
  trimPromises(draft);
};
