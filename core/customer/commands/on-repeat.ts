import type { RunStepOf } from '../../../language/catalogue/step.ts';
import type { StepAnswer } from '../../../language/catalogue/task.ts';
import { ownValue } from '../../own-value.ts';
import type { Draft } from '../draft.ts';
import { endLoop, take, untilOf } from '../loop.ts';
import { occurrenceFor } from '../occurrence.ts';
import { answerStep, type InHand, setDue } from '../standing.ts';
import { hearOwnWord } from '../work/crowd.ts';

/** Another turn, or none: when `until` has happened, or when all turns are over. A turn begins `every` after the one before. */
export const onRepeat = async (
  draft: Draft,
  inHand: InHand,
  step: RunStepOf<'repeat'>,
  isNew: boolean,
): Promise<StepAnswer | 'later'> => {
  const { enrolment } = inHand;
  const { count, since, ...turn } = ownValue(enrolment.turns ?? {}, enrolment.at) ?? { count: 0, since: 0 };
  if (!isNew && draft.now < enrolment.due) return 'later';
  const listening = untilOf(step, enrolment);
  const occurrence = listening && (await occurrenceFor(draft, inHand, listening));
  if (occurrence) {
    take(enrolment, occurrence.id, occurrence.fields);
    hearOwnWord(draft, enrolment, occurrence.type);
  }
  if (occurrence || count >= step.atMost) return endLoop(draft, enrolment);
  const begins = count === 0 ? draft.now : since + step.every * 1000;
  if (begins > draft.now) {
    setDue(enrolment, begins);
    return 'later';
  }
  enrolment.turns = { ...enrolment.turns, [enrolment.at]: { ...turn, count: count + 1, since: draft.now } };
  return answerStep(draft, enrolment, 'again');
};
