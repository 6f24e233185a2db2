import type { RunStepOf } from '../../../language/catalogue/step.ts';
import type { StepAnswer } from '../../../language/catalogue/task.ts';
import { ownValue } from '../../own-value.ts';
import { decide, type Subject } from '../decision.ts';
import { type Draft, withOf } from '../draft.ts';
import type { InHand } from '../standing.ts';

const becauseOfEvent = ({ deps }: Draft, event: string): string =>
  ownValue(deps.catalogue.events, event)?.about ?? 'It is part of this series.';

/** An event of ours, given once a visit and not to the control arm; relay publishes it. */
export const onEmit = async (draft: Draft, { id, enrolment }: InHand, step: RunStepOf<'emit'>): Promise<StepAnswer> => {
  const { journey, at, visit, control } = enrolment;
  const subject: Subject = {
    journey,
    enrolment: id,
    step: at,
    visit,
    moment: step.event,
    purpose: 'transactional',
  };
  if (control) return decide(draft, enrolment, subject, 'control', 'holdout');
  const details = { with: await withOf(draft, enrolment, step.with), because: becauseOfEvent(draft, step.event) };
  return decide(draft, enrolment, subject, 'sent', 'clear', details);
};
