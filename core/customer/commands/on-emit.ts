import { isSocial } from '../../../language/catalogue/purpose.ts';
import type { Listening, RunStepOf } from '../../../language/catalogue/step.ts';
import type { StepAnswer } from '../../../language/catalogue/task.ts';
import { becauseOfEvent } from '../../gate/because.ts';
import { emitCaps, isFull } from '../../gate/work-caps.ts';
import { ownValue } from '../../own-value.ts';
import { countWork } from '../count-work.ts';
import { decide, noteFinal, type Subject } from '../decision.ts';
import { type Draft, withOf } from '../draft.ts';
import type { Enrolment } from '../model/enrolment.ts';
import { answerStep, type InHand, setDue } from '../standing.ts';

/** What says that an event of ours was acted on, as a listening step takes it; undefined where nothing has to, or not yet. */
export const confirmationOf = ({ confirmed }: RunStepOf<'emit'>, { emitted }: Enrolment): Listening | undefined =>
  confirmed && emitted ? { on: [confirmed.on], ...(confirmed.where && { where: confirmed.where }) } : undefined;

/**
 * An event of ours, given once a visit, as often as its caps allow; relay publishes it. What has to be confirmed is answered by the event that says
 * so, in that event's commit, and else when the time for it is over.
 */
export const onEmit = async (
  draft: Draft,
  { id, enrolment }: InHand,
  step: RunStepOf<'emit'>,
): Promise<StepAnswer | 'later'> => {
  const { confirmed } = step;
  if (enrolment.emitted && !confirmed) return answerStep(draft, enrolment, 'sent');
  if (enrolment.emitted) return draft.now < enrolment.due ? 'later' : answerStep(draft, enrolment, 'unconfirmed');
  const { journey, at, visit, control } = enrolment;
  const subject: Subject = { journey, enrolment: id, step: at, visit, moment: step.event, purpose: 'transactional' };
  // In a journey of care a gesture makes up for something, and copy says so: it is owed to everybody.
  if (control && isSocial(ownValue(draft.deps.catalogue.journeys, journey)?.purpose ?? 'care')) {
    noteFinal(draft, enrolment, subject, 'control', 'holdout');
    return answerStep(draft, enrolment, confirmed ? 'withheld' : 'sent');
  }
  const { state, now, deps } = draft;
  const caps = emitCaps(step.event, { journey, step: at, cap: step.cap }, deps.catalogue);
  if (isFull(state, caps, now)) return decide(draft, enrolment, subject, 'suppressed', 'emit-cap');
  countWork(draft, caps);
  const details = {
    with: await withOf(draft, enrolment, step.with),
    because: becauseOfEvent(step.event, deps.catalogue),
  };
  if (!confirmed) return decide(draft, enrolment, subject, 'sent', 'clear', details);
  noteFinal(draft, enrolment, subject, 'sent', 'clear', details);
  enrolment.emitted = true;
  setDue(enrolment, draft.now + confirmed.within * 1000);
  return 'later';
};
