import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import { ownValue } from '../../own-value.ts';
import type { Draft } from '../draft.ts';
import type { GestureRecord } from '../model/gesture.ts';
import { timeOfTimer, timerOfGesture } from '../standing.ts';
import { failGesture } from './life.ts';
import { putGesture } from './records.ts';

/** Longer than any retry of whoever reserves budgets for an offer, in milliseconds. */
const OFFERED_FOR = 24 * HOUR;

const isInHand = ({ state }: Draft, { id, enrolment }: GestureRecord): boolean =>
  enrolment !== undefined && ownValue(state.enrolments, enrolment)?.giving === id;

/**
 * Every reduce ends so: what an enrolment offered and left is not given; what nobody confirmed in time has failed, unless the
 * enrolment that waits for it finds that itself; what nobody waits for any more has a timer of its own.
 */
export const settleGestures = (draft: Draft): void => {
  const { state, now } = draft;
  for (const record of state.gestures ?? []) {
    if (isInHand(draft, record)) continue;
    const { id, state: stands, at, until } = record;
    if (stands === 'offered' && record.enrolment !== undefined) failGesture(draft, record, 'left');
    else if (stands === 'offered' && now - at > OFFERED_FOR) failGesture(draft, record, 'lost');
    else if (stands !== 'given' || until === undefined) continue;
    else if (until <= now) failGesture(draft, record, 'unconfirmed');
    else if (!record.timed) {
      putGesture(draft, { ...record, timed: true });
      const timer = { enrolment: timerOfGesture(id), timer: 0, due: until, at: timeOfTimer(until, now) };
      state.effects.push({ type: 'timer', ...timer });
    }
  }
};
