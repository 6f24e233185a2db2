import type { RunStepOf } from '../../../language/catalogue/step.ts';
import type { StepAnswer } from '../../../language/catalogue/task.ts';
import { evaluate } from '../../../language/expressions/condition.ts';
import { type Draft, namesOf } from '../draft.ts';
import { LONGEST_WAIT } from '../enrolment.ts';
import type { Enrolment } from '../model/enrolment.ts';
import type { Millis } from '../model/millis.ts';
import { answerStep, type InHand, setDue } from '../standing.ts';

/** When a wait that begins now ends; undefined where it is over at once: the date has passed, is missing, or is no plan but a mistake. */
export const endOfWait = async (
  draft: Draft,
  enrolment: Enrolment,
  step: RunStepOf<'wait'> | RunStepOf<'wait-until'>,
): Promise<Millis | undefined> => {
  if (step.kind === 'wait') return step.seconds > 0 ? draft.now + step.seconds * 1000 : undefined;
  const date = await evaluate(step.until, namesOf(draft, enrolment));
  const at = typeof date === 'string' ? Date.parse(date) : Number.NaN;
  const end = at + step.offset * 1000;
  return end > draft.now && end <= draft.now + LONGEST_WAIT ? end : undefined;
};

/** A wait keeps the end that it began with. A date that is over, or missing, is past at once. */
export const onWait = async (
  draft: Draft,
  { enrolment }: InHand,
  step: RunStepOf<'wait'> | RunStepOf<'wait-until'>,
  isNew: boolean,
): Promise<StepAnswer | 'later'> => {
  if (!isNew) return draft.now < enrolment.due ? 'later' : 'reached';
  const end = await endOfWait(draft, enrolment, step);
  if (end === undefined) return answerStep(draft, enrolment, step.kind === 'wait' ? 'reached' : 'past');
  setDue(enrolment, end);
  return 'later';
};
