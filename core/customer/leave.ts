import { FINISH } from '../../language/catalogue/fixed-step.ts';
import type { EndReason } from '../../language/catalogue/reason.ts';
import type { Trigger } from '../../language/catalogue/trigger.ts';
import { holds } from '../../language/expressions/condition.ts';
import { ownValue } from '../own-value.ts';
import { decide, type Subject, subjectOf } from './decision.ts';
import { type Draft, namesOf, note } from './draft.ts';
import { subjectOf as subjectOfGesture } from './gestures/giving.ts';
import { failGesture, kindOfGesture } from './gestures/life.ts';
import { gestureOf } from './gestures/records.ts';
import { take } from './loop.ts';
import type { Enrolment, Leaving } from './model/enrolment.ts';
import type { GestureRecord } from './model/gesture.ts';
import { LIMITS } from './model/limits.ts';
import type { Occurrence } from './model/occurrence.ts';
import { happenedSince, heardOf } from './occurrence.ts';
import { beginAt, type InHand } from './standing.ts';
import { hearOwnWord } from './work/crowd.ts';

/** An event as goals and exits see it. `kept` is what `heard` holds afterwards. */
export interface Happening extends Occurrence {
  type: string;
  kept: Record<string, unknown>;
}

/** The step in hand, where it is a message that is not decided yet. */
export const openMessage = (id: string, enrolment: Enrolment): Subject | undefined =>
  enrolment.message && !enrolment.answer ? subjectOf({ id, enrolment }) : undefined;

/** A gesture that is on offer while its budgets are asked for: it will be given to nobody. */
const openOffer = ({ state }: Draft, { giving }: Enrolment): GestureRecord | undefined => {
  const record = giving === undefined ? undefined : gestureOf(state, giving);
  return record?.state === 'offered' ? record : undefined;
};

const subjectOfOffer = (draft: Draft, inHand: InHand, record: GestureRecord): Subject =>
  subjectOfGesture(inHand, kindOfGesture(draft, record)?.emit ?? record.kind);

const remove = ({ state }: Draft, id: string, { journey, per, startedAt }: Enrolment): void => {
  const { [id]: _, ...others } = state.enrolments;
  state.enrolments = others;
  // Of each value of `per` the last counts.
  const earlier = (ownValue(state.ended, journey) ?? []).filter(
    (other) => other.per !== per || other.startedAt > startedAt,
  );
  const last = earlier.some((other) => other.per === per) ? [] : [{ ...(per === undefined ? {} : { per }), startedAt }];
  state.ended = { ...state.ended, [journey]: [...earlier, ...last].slice(-LIMITS.endedPerJourney) };
};

/** Takes an enrolment out of the item. Who left early left early, also when the last words were said to their end. */
export const endEnrolment = (draft: Draft, id: string, reason: EndReason): void => {
  const enrolment = draft.state.enrolments[id];
  if (!enrolment) return;
  const left = enrolment.words !== undefined && reason === 'finished';
  remove(draft, id, enrolment);
  note(draft, { kind: 'ended', journey: enrolment.journey, enrolment: id, reason: left ? 'exit' : reason });
};

/**
 * Leaves the step in hand for an exit's last words, or for good. What another attempt may be sending is waited for: the
 * record, or the first reduce after the lease, carries the leaving out. What was open is decided first.
 */
export const leave = (draft: Draft, id: string, leaving: Leaving): void => {
  const enrolment = draft.state.enrolments[id];
  if (!enrolment) return;
  if (enrolment.reserved && draft.now < enrolment.reserved.until) {
    enrolment.leave = leaving;
    return;
  }
  const offer = openOffer(draft, enrolment);
  const open = openMessage(id, enrolment) ?? (offer && subjectOfOffer(draft, { id, enrolment }, offer));
  if (open && enrolment.reserved) decide(draft, enrolment, open, 'unknown', 'no-receipt');
  else if (open) decide(draft, enrolment, open, 'ended', 'enrolment-ended');
  // The cap of its step is found only while somebody stands there.
  if (offer) failGesture(draft, offer, 'left');
  goOn(draft, id, enrolment, leaving);
};

/** Where the leaving leads, once nothing is in hand. */
export const goOn = (draft: Draft, id: string, enrolment: Enrolment, { to, reason }: Leaving): void => {
  if (to === FINISH) {
    endEnrolment(draft, id, reason);
    return;
  }
  enrolment.leave = undefined;
  enrolment.words = to;
  beginAt(draft, enrolment, to);
};

/** Every reduce begins so for who waited for a lease to leave. */
export const leaveAfterLease = (draft: Draft): void => {
  const { enrolments } = draft.state;
  for (const id of Object.keys(enrolments)) {
    const leaving = enrolments[id]?.leave;
    if (leaving) leave(draft, id, leaving);
  }
};

/** Leaves for good. */
export const leaveForGood = (draft: Draft, id: string, reason: EndReason): void =>
  leave(draft, id, { to: FINISH, reason });

/** Whether a trigger fires. */
const fires = async (draft: Draft, enrolment: Enrolment, { on, where }: Trigger, event: Happening): Promise<boolean> =>
  on === event.type && (!where || holds(where, namesOf(draft, enrolment, heardOf(event))));

/** Last words are not left, nor is a journey that is being left already. */
const mayLeave = ({ words, leave }: Enrolment): boolean => words === undefined && !leave;

/** Counts a goal, once. */
const reachGoal = async (draft: Draft, id: string, enrolment: Enrolment, event: Happening): Promise<void> => {
  const goal = ownValue(draft.deps.catalogue.journeys, enrolment.journey)?.goal;
  if (!goal || enrolment.goalAt !== undefined) return;
  if (goal.within !== undefined && event.at > enrolment.startedAt + goal.within * 1000) return;
  if (!(await fires(draft, enrolment, goal, event))) return;
  enrolment.goalAt = event.at;
  note(draft, { kind: 'goal', journey: enrolment.journey, enrolment: id, event: event.type });
  if (goal.exit && mayLeave(enrolment)) leaveForGood(draft, id, 'goal');
};

/** Leaves by the first exit that fires. */
const leaveByExit = async (draft: Draft, id: string, enrolment: Enrolment, event: Happening): Promise<void> => {
  if (!mayLeave(enrolment)) return;
  for (const exit of ownValue(draft.deps.catalogue.journeys, enrolment.journey)?.exits ?? []) {
    if (!(await fires(draft, enrolment, exit, event))) continue;
    if (exit.words) take(enrolment, event.id, event.kept);
    hearOwnWord(draft, enrolment, event.type);
    leave(draft, id, { to: exit.words ?? FINISH, reason: 'exit' });
    return;
  }
};

const meet = async (draft: Draft, id: string, event: Happening): Promise<void> => {
  for (const move of [reachGoal, leaveByExit]) {
    const enrolment = draft.state.enrolments[id];
    if (enrolment && happenedSince(enrolment, event)) await move(draft, id, enrolment, event);
  }
};

/** What an event ends or fulfils among the running enrolments. */
export const meetAll = async (draft: Draft, event: Happening): Promise<void> => {
  for (const id of Object.keys(draft.state.enrolments)) await meet(draft, id, event);
};

/** All that is kept of what happened, oldest first. */
export const keptHappenings = ({ state }: Draft): Happening[] =>
  Object.entries(state.occurrences)
    .flatMap(([type, all]) => all.map((occurrence) => ({ ...occurrence, type, kept: occurrence.fields })))
    .sort((a, b) => a.at - b.at);

/** An entering event that came late: what has happened since it counts as if it came now. */
export const catchUp = async (draft: Draft, id: string): Promise<void> => {
  for (const event of keptHappenings(draft)) await meet(draft, id, event);
};
