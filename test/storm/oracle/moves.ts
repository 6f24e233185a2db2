import type { Enrolment } from '../../../core/customer/model/enrolment.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { timersIn } from '../../../core/customer/standing.ts';
import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import type { Run } from '../functions.ts';
import { isStep, type Ledger, stepIn } from './ledger.ts';
import { inHandOf, isAnsweredIn, isResting } from './passed.ts';
import { keyOf } from './steps.ts';

/** More than two clocks of a storm ever differ. */
const CLOCKS = 4000;
/** Longer than a run may take. */
const RUN = 10 * MINUTE;

/** Whether enrolments go on as runs and timers must: step by step, each answered once, each setting of `due` with a timer. */
export const createMoveWatch = ({ broken, stepOf }: Ledger) => {
  const lookAtTimer = (id: string, one: Enrolment, before: Enrolment | undefined, state: CustomerState): void => {
    const place = keyOf(id, one);
    const isSet = one.timer !== before?.timer || one.due !== before.due;
    if (!isSet) return;
    if (before && one.timer <= before.timer) broken('I9', `${place} was due anew under timer ${one.timer} again.`);
    const effects = state.effects.filter(({ enrolment }) => enrolment === id);
    const [effect] = effects;
    if (
      !effect ||
      effects.length > 1 ||
      effect.type !== 'timer' ||
      effect.timer !== one.timer ||
      effect.due !== one.due
    ) {
      broken('I9', `${place} is due by timer ${one.timer}, and no such timer was set.`);
      return;
    }
    if (effect.at < one.due || (one.due > state.at && effect.at < one.due + CLOCKS))
      broken('I9', `${place} has a timer that may come before it is due by every clock.`);
    const isInHand = one.answer !== undefined || (one.reserved !== undefined && one.reserved.until > state.at);
    if (isInHand && one.due > state.at + RUN)
      broken('I9', `${place} is answered or reserved, and nothing would go on for ${one.due - state.at} ms.`);
  };

  /** By its run, or because nobody has to do anything at the next. */
  const lookAtMove = (
    id: string,
    one: Enrolment,
    before: Enrolment | undefined,
    state: CustomerState,
    run: Run,
  ): void => {
    const inHand = inHandOf(id, before, one, state.at, run);
    const [to, from] = [keyOf(id, one), keyOf(id, before ?? inHand)];
    if (one.visit === before?.visit) {
      const isRenamed = run.catalogue.journeys[one.journey]?.renamed[before.at] === one.at;
      if (one.at !== before.at && !isRenamed) broken('I6', `${from} became ${to} within one visit.`);
      if (before.answer && one.answer !== before.answer)
        broken('I3', `${from} was ${before.answer}, then ${one.answer}.`);
      return;
    }
    if (one.visit === inHand.visit) return;
    if (one.visit !== inHand.visit + 1) {
      broken('I6', `${from} went on to ${to}.`);
      return;
    }
    if (!isAnsweredIn(id, inHand, before, state, run)) broken('I3', `${from} went on to ${to} before it had answered.`);
    if (!isResting(one, state.at, run)) broken('I3', `${from} went on to ${to} by itself, where there is work to do.`);
  };

  /** What is decided by the gate, or given, has one final decision for each visit. */
  const lookAtStep = (id: string, one: Enrolment, state: CustomerState, { catalogue }: Run): void => {
    const step = stepIn(catalogue, one.journey, one.at);
    // Who was not asked what would help chose nothing, and nothing is decided about that.
    const kind = step?.kind === 'give' && step.chosen !== undefined ? undefined : step?.kind;
    if (kind === 'send' || kind === 'task' || kind === 'emit' || kind === 'give')
      stepOf(keyOf(id, one)).since ??= one.since;
    if (!isStep(catalogue, one) && !one.leave) broken('I9', `${keyOf(id, one)} is no step of ${one.journey}.`);
    if (one.reserved && one.held && one.reserved.until > state.at)
      broken('I3', `${keyOf(id, one)} is held and reserved.`);
  };

  return (state: CustomerState, before: CustomerState | undefined, run: Run): void => {
    for (const [id, one] of Object.entries(state.enrolments)) {
      const former = before?.enrolments[id];
      lookAtTimer(id, one, former, state);
      lookAtMove(id, one, former, state, run);
      lookAtStep(id, one, state, run);
    }
    for (const effect of state.effects)
      if (!timersIn(state).some(({ id }) => id === effect.enrolment))
        broken('I9', `A timer of ${effect.enrolment} belongs to nobody.`);
    const [newer, older] = [state.catalogue, before?.catalogue];
    if (newer && older && newer.number < older.number)
      broken('I10', `Catalogue ${newer.number} wrote over what ${older.number} had written.`);
  };
};
