import type { TaskAnswer } from '../../../language/catalogue/task.ts';
import type { TaskPayload } from '../machines.ts';
import { type Ledger, SILENT } from './ledger.ts';

/** What is answered for good, whoever asks again. */
const LASTING: readonly string[] = ['sent', 'unsent', 'heard', 'silent'];

/** What machines are told, and what those are told who ask once more: a step that has answered stays answered. */
export const createAnswerWatch = (ledger: Ledger) => {
  const { answers, took, heardTold, know, stepOf, broken } = ledger;

  const lasting = (key: string, outcome: string): void => {
    const before = answers.get(key) ?? outcome;
    const isSettled = stepOf(key).bounced && outcome === 'unsent';
    if (before !== outcome && !isSettled) broken('I3', `${key} was told ${before}, then ${outcome}.`);
    answers.set(key, outcome);
  };

  /** Whoever hears is told what the step took; whoever hears nothing took nothing, for good. */
  const listened = (key: string, outcome: string, heard: TaskAnswer['heard'] = {}): void => {
    const id = took.get(key);
    const wasHeard = id !== undefined && id !== SILENT;
    if (id === undefined || wasHeard !== (outcome === 'heard'))
      broken('I4', `${key} took ${id ?? 'no answer yet'}, its machine was told ${outcome}.`);
    heardTold.set(key, outcome);
    if (!wasHeard && Object.keys(heard).length > 0)
      broken('I4', `${key} heard nothing and was told ${Object.keys(heard)}.`);
    const event = wasHeard ? know.heard.find((told) => told.id === id) : undefined;
    const wrong = Object.keys(heard).filter((name) => name !== 'at' && event && event.detail[name] !== heard[name]);
    if (wrong.length > 0) broken('I4', `${key} took ${id} and was told another ${wrong.join()}.`);
  };

  /** The answer of a task to its machine, or to whoever had it asked again. */
  const told = ({ task, enrolment, step, phase }: TaskPayload, { outcome, heard }: TaskAnswer): void => {
    const key = `${enrolment}/${step}`;
    if (LASTING.includes(outcome)) lasting(key, outcome);
    if (task === 'decide' && outcome !== 'ended') listened(key, outcome, heard);
    if ((task === 'send' || task === 'emit') && LASTING.includes(outcome)) stepOf(key).told.add(outcome);
    if (outcome !== 'ended') return;
    stepOf(key).told.add('ended');
    if (ledger.item?.enrolments[enrolment]?.phase === phase)
      broken('I9', `${step} was told ended while its enrolment runs.`);
  };

  const resumed = ({ task, enrolment, step }: TaskPayload, { outcome, heard }: TaskAnswer): void => {
    if (task !== 'listen') return;
    lasting(`${enrolment}/${step}`, outcome);
    listened(`${enrolment}/${step}`, outcome, heard);
  };

  return { told, resumed };
};
