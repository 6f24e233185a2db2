import type { RunStepOf } from '../../../language/catalogue/step.ts';
import type { StepAnswer } from '../../../language/catalogue/task.ts';
import { evaluate } from '../../../language/expressions/condition.ts';
import { type Draft, namesOf } from '../draft.ts';
import { LONGEST_WAIT } from '../enrolment.ts';
import type { Enrolment } from '../model/enrolment.ts';
import type { Millis } from '../model/millis.ts';
import { answerStep, type InHand, setDue } from '../standing.ts';

/** When the wait ends; undefined where the date is missing, or is no plan but a mistake. */
const endOf = async (
  draft: Draft,
  enrolment: Enrolment,
  step: RunStepOf<'wait'> | RunStepOf<'wait-until'>,
): Promise<Millis | undefined> => {
  if (step.kind === 'wait') return draft.now + step.seconds * 1000;
  const date = await evaluate(step.until, namesOf(draft, enrolment));
  const at = typeof date === 'string' ? Date.parse(date) : Number.NaN;
  const end = at + step.offset * 1000;
  return end <= draft.now + LONGEST_WAIT ? end : undefined;
};

/** A wait keeps the end that it began with. A date that is over, or missing, is past at once. */
export const onWait = async (
  draft: Draft,
  { enrolment }: InHand,
  step: RunStepOf<'wait'> | RunStepOf<'wait-until'>,
  isNew: boolean,
): Promise<StepAnswer | 'later'> => {
  if (!isNew) return draft.now < enrolment.due ? 'later' : 'reached';
  const end = await endOf(draft, enrolment, step);
  if (end === undefined || end <= draft.now) {
    return answerStep(draft, enrolment, step.kind === 'wait' ? 'reached' : 'past');
  }
  setDue(enrolment, end);
  return 'later';
};
