import type { EmitTask, FinishTask, ParkTask, TaskAnswer } from '../../../language/catalogue/task.ts';
import { own } from '../../own.ts';
import { decideFinally, decisionAt, machineOutcome, type Place } from '../decision.ts';
import { type Draft, factsNamed, withOf } from '../draft.ts';
import { endEnrolment, runningIn, wake } from '../enrolment.ts';
import type { Enrolment } from '../model/state.ts';
import { askOf, verdictOn } from './on-send.ts';

/** Waits with a token until the gate would no longer hold the step. One that comes second resumes itself. */
export const onPark = async (draft: Draft, { task: _, token: __, customer: ___, ...task }: ParkTask): Promise<void> => {
  const { enrolment: id, step } = task;
  const enrolment = runningIn(draft, id, task.phase);
  if (enrolment?.open?.step !== step) return wake(draft, id, step);
  if (task.parks >= (enrolment.open.parked?.parks ?? 0)) enrolment.open.parked = task;
  await wakeIfClear(draft, id, enrolment);
};

/** Asks the gate again for a parked step, and resumes it where it is no longer held, or not as long. Whether it did. */
const wakeIfClear = async (draft: Draft, id: string, enrolment: Enrolment): Promise<boolean> => {
  const { open } = enrolment;
  if (!open?.parked) return false;
  const ask = await askOf(draft, enrolment, { ...open.parked, moment: open.moment });
  const verdict = verdictOn(draft, ask);
  if (verdict.outcome === 'held' && verdict.until >= open.until) return false;
  delete open.parked;
  wake(draft, id, open.step);
  return true;
};

/** Every reduce ends so: whatever changed may have cleared the way for a parked step of any enrolment. */
export const wakeParked = async (draft: Draft): Promise<boolean> => {
  let woke = false;
  const { enrolments } = draft.state;
  for (const id of Object.keys(enrolments)) {
    const enrolment = enrolments[id];
    if (enrolment?.open?.parked) woke = (await wakeIfClear(draft, id, enrolment)) || woke;
  }
  return woke;
};

type Answered = { answer: TaskAnswer; changed: boolean };

/** An event of ours, given once and not to the control arm; relay publishes it. */
export const onEmit = async (draft: Draft, task: EmitTask): Promise<Answered> => {
  const { state } = draft;
  const customer = factsNamed(draft, task.facts);
  const known = decisionAt(state, task.enrolment, task.step);
  if (known && known.outcome !== 'reserved') {
    return { answer: { outcome: machineOutcome(known.outcome), customer }, changed: false };
  }
  const enrolment = runningIn(draft, task.enrolment, task.phase);
  if (!enrolment) return { answer: { outcome: 'ended', customer }, changed: false };
  const { journey, enrolment: id, step, ends } = task;
  const place: Place = { journey, enrolment: id, step, moment: task.event, purpose: 'transactional' };
  const because = becauseOfEvent(draft, task.event);
  if (enrolment.control) decideFinally(draft, place, 'control', 'holdout', { ends });
  else decideFinally(draft, place, 'sent', 'clear', { with: await withOf(draft, enrolment, task.with), because, ends });
  return { answer: { outcome: 'sent', customer }, changed: true };
};

const becauseOfEvent = ({ deps }: Draft, event: string): string =>
  own(deps.catalogue.events, event)?.about ?? 'It is part of this series.';

export const onFinish = (draft: Draft, { enrolment, phase, facts: names }: FinishTask): Answered => {
  const running = runningIn(draft, enrolment, phase);
  if (running) endEnrolment(draft, enrolment, 'finished');
  return { answer: { outcome: 'done', customer: factsNamed(draft, names) }, changed: running !== undefined };
};
