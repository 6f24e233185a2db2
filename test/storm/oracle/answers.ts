import type { TaskAnswer } from '../../../language/catalogue/task.ts';
import type { TaskPayload } from '../runs.ts';
import { type Ledger, SILENT } from './ledger.ts';
import { keyOf } from './steps.ts';

/** Answers by which a run ends. All others are for good, whoever asks again. */
const PASSING: readonly string[] = ['later', 'ended', 'elsewhere'];

/** What runs are answered, and what those are who ask once more: a visit that has been answered stays so. */
export const createAnswerWatch = (ledger: Ledger) => {
  const { took, know, stepOf, broken } = ledger;

  /** Whoever hears is told what the step took; whoever hears nothing took nothing, for good. */
  const lookAtListen = (key: string, outcome: string, heard: TaskAnswer['heard']): void => {
    const id = took.get(key);
    if (id === undefined) return;
    const wasHeard = id !== SILENT;
    if (wasHeard !== (outcome === 'heard'))
      broken('I4', `${key} took ${id || 'nothing'}, its run was told ${outcome}.`);
    if (!wasHeard && Object.keys(heard).length > 0)
      broken('I4', `${key} heard nothing and was told ${Object.keys(heard)}.`);
    const event = wasHeard ? know.heardEvents.find((one) => one.id === id) : undefined;
    const wrong = Object.keys(heard).filter(
      (name) => name !== 'at' && event && { type: event.type, ...event.detail }[name] !== heard[name],
    );
    if (wrong.length > 0) broken('I4', `${key} took ${id} and was told another ${wrong.join()}.`);
  };

  /** The answer of a task to its run, or to whoever asked again. */
  return ({ task, enrolment, step, visit }: TaskPayload, { outcome, heard }: TaskAnswer): void => {
    const key = keyOf(enrolment, { at: step, visit });
    if (outcome === 'ended' && ledger.record.erasures === 0 && ledger.item?.enrolments[enrolment])
      broken('I9', `${key} was told ended while its enrolment runs.`);
    if (PASSING.includes(outcome)) return;
    const { answers, alibis } = stepOf(key);
    answers.add(outcome);
    if (answers.size > 1 && !alibis.includes('bounced'))
      broken('I3', `${key} was told ${[...answers].join(', then ')}.`);
    if (task === 'listen') lookAtListen(key, outcome, heard);
  };
};
