import type { DecideTask, ListenTask, TaskAnswer } from '../../../language/catalogue/task.ts';
import { own } from '../../own.ts';
import { type Draft, factsNamed } from '../draft.ts';
import { askAgain, runningIn } from '../enrolment.ts';
import type { Enrolment, Waiting } from '../model/state.ts';
import { askedBy, occurrenceFor } from '../occurrence.ts';

/** What a step took that heard nothing; no event has this id. */
export const SILENT = '';

/** What a step heard, also when later ones have heard something since. */
const heardBy = ({ state }: Draft, enrolmentId: string, step: string): Record<string, unknown> => {
  const enrolment = state.enrolments[enrolmentId];
  const took = enrolment && own(enrolment.took, step);
  if (took === undefined || took === SILENT) return {};
  const occurrence = Object.values(state.occurrences)
    .flat()
    .find(({ id }) => id === took);
  return occurrence?.fields ?? enrolment?.heard ?? {};
};

/** Answers a listening machine with what its step took. */
export const resumeHeard = (
  draft: Draft,
  enrolmentId: string,
  { step, facts: names }: Pick<Waiting, 'step' | 'facts'>,
) => {
  const heard = heardBy(draft, enrolmentId, step);
  const answer: TaskAnswer = { outcome: 'heard', heard, customer: factsNamed(draft, names) };
  draft.state.effects.push({ type: 'resume', enrolment: enrolmentId, step, answer });
};

/**
 * Takes an occurrence that is there, else waits. A step that has answered stays answered, whoever asks again; its resume
 * leaves only by the stream, so this commits each time.
 */
export const onListen = async (draft: Draft, task: Omit<ListenTask, 'token'>): Promise<void> => {
  const { enrolment: id, step } = task;
  const enrolment = runningIn(draft, id, task.phase);
  if (!enrolment) return askAgain(draft, id, step);
  const took = own(enrolment.took, step);
  if (took === SILENT) return askAgain(draft, id, step);
  if (took !== undefined) return resumeHeard(draft, id, task);
  const occurrence = await occurrenceFor(draft, id, task);
  if (occurrence) {
    take(enrolment, step, occurrence);
    return resumeHeard(draft, id, task);
  }
  if (task.answers && askedBy(draft, id, task.answers.moment).length === 0) {
    fallSilent(enrolment, step);
    return askAgain(draft, id, step);
  }
  const { on, where, answers, facts: names } = task;
  enrolment.waiting = { step, on, facts: names, ...(where ? { where } : {}), ...(answers ? { answers } : {}) };
};

const take = (
  enrolment: Enrolment,
  step: string,
  { id, fields }: { id: string; fields: Record<string, unknown> },
): void => {
  enrolment.took[step] = id;
  enrolment.heard = fields;
  if (enrolment.waiting?.step === step) delete enrolment.waiting;
};

const fallSilent = (enrolment: Enrolment, step: string): void => {
  enrolment.took[step] = SILENT;
  enrolment.heard = {};
  if (enrolment.waiting?.step === step) delete enrolment.waiting;
};

/** After a time-out, or a token that was told to ask: heard or silent, once and for all. */
export const onDecide = async (draft: Draft, task: DecideTask): Promise<{ answer: TaskAnswer; changed: boolean }> => {
  const enrolment = runningIn(draft, task.enrolment, task.phase);
  const customer = factsNamed(draft, task.facts);
  if (!enrolment) return { answer: { outcome: 'ended', customer }, changed: false };
  const answered = own(enrolment.took, task.step) !== undefined;
  if (!answered) {
    const occurrence = await occurrenceFor(draft, task.enrolment, task);
    if (occurrence) take(enrolment, task.step, occurrence);
    else fallSilent(enrolment, task.step);
  }
  const outcome = enrolment.took[task.step] === SILENT ? 'silent' : 'heard';
  return { answer: { outcome, heard: heardBy(draft, task.enrolment, task.step), customer }, changed: !answered };
};
