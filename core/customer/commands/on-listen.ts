import type { RunStep, RunStepOf } from '../../../language/catalogue/step.ts';
import type { StepAnswer } from '../../../language/catalogue/task.ts';
import type { Draft } from '../draft.ts';
import type { Happening } from '../leave.ts';
import { endLoop, take, untilOf } from '../loop.ts';
import type { Enrolment } from '../model/enrolment.ts';
import type { Millis } from '../model/millis.ts';
import { askedBy, occurrenceFor, type Taking, takes } from '../occurrence.ts';
import { answerStep, type InHand, setDue, stepOf } from '../standing.ts';
import { hearOwnWord } from '../work/crowd.ts';
import { confirmationOf } from './on-emit.ts';

const fallSilent = (draft: Draft, enrolment: Enrolment): StepAnswer => {
  enrolment.heard = {};
  return answerStep(draft, enrolment, 'silent');
};

/** Nobody can answer what was not asked. */
const wasAsked = (draft: Draft, { id }: InHand, { answers }: RunStepOf<'listen'>): boolean =>
  !answers || askedBy(draft, id, answers.moment).length > 0;

/** When a step that begins to listen now gives up; undefined where it is answered at once. */
export const endOfListening = async (
  draft: Draft,
  inHand: InHand,
  step: RunStepOf<'listen'>,
): Promise<Millis | undefined> =>
  wasAsked(draft, inHand, step) && !(await occurrenceFor(draft, inHand, step))
    ? draft.now + step.within * 1000
    : undefined;

/** Takes what has come already, else waits for its time-out; what comes meanwhile answers it in that event's own commit. */
export const onListen = async (
  draft: Draft,
  inHand: InHand,
  step: RunStepOf<'listen'>,
  isNew: boolean,
): Promise<StepAnswer | 'later'> => {
  const { enrolment } = inHand;
  if (!isNew) return draft.now < enrolment.due ? 'later' : fallSilent(draft, enrolment);
  const occurrence = await occurrenceFor(draft, inHand, step);
  if (occurrence) {
    take(enrolment, occurrence.id, occurrence.fields);
    hearOwnWord(draft, enrolment, occurrence.type);
    return answerStep(draft, enrolment, 'heard');
  }
  if (!wasAsked(draft, inHand, step)) return fallSilent(draft, enrolment);
  setDue(enrolment, draft.now + step.within * 1000);
  return 'later';
};

/** What a step waits for, if it waits for events. */
const awaitedAt = (step: RunStep | undefined, enrolment: Enrolment): Taking | undefined => {
  if (step?.kind === 'listen') return step;
  if (step?.kind === 'repeat') return untilOf(step, enrolment);
  return step?.kind === 'emit' ? confirmationOf(step, enrolment) : undefined;
};

/** An event answers each step that listens to it, that waits between the turns of a loop which it ends, or for its word. */
export const hearAll = async (draft: Draft, event: Happening): Promise<void> => {
  for (const [id, enrolment] of Object.entries(draft.state.enrolments)) {
    const step = stepOf(draft, enrolment);
    if (enrolment.answer || enrolment.leave || enrolment.reserved) continue;
    const listening = awaitedAt(step, enrolment);
    if (!listening || !(await takes(draft, { id, enrolment }, listening, event.type, event))) continue;
    // What confirms is no news: `heard` stays what it was.
    take(enrolment, event.id, step?.kind === 'emit' ? enrolment.heard : event.kept);
    hearOwnWord(draft, enrolment, event.type);
    if (step?.kind === 'repeat') endLoop(draft, enrolment);
    else answerStep(draft, enrolment, step?.kind === 'emit' ? 'sent' : 'heard');
    setDue(enrolment, draft.now);
  }
};
