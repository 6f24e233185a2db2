import type { DecisionEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { TaskEntry } from '../../../core/customer/model/work-entries.ts';
import { UNREACHED_JOURNEY } from '../../../language/catalogue/unreached.ts';
import { commitKey, type Ledger } from './ledger.ts';
import { keyOf } from './steps.ts';

const OVER: readonly string[] = ['done', 'declined', 'expired'];

/** Whether work for people is given once, is over once, and whoever waits for it goes by what became of it. */
export const createTaskWatch = (ledger: Ledger) => {
  const { fates, owed, broken } = ledger;

  /** Work that is given, or joined to what is open. */
  const give = ({ enrolment, step, visit, message, merged }: DecisionEntry): void => {
    const key = keyOf(enrolment, { at: step, visit });
    if (message) fates.set(key, 'open');
    if (merged !== undefined && !['open', 'taken'].includes(fates.get(merged) ?? 'never given'))
      broken('I3', `${key} was joined to ${merged}, which is ${fates.get(merged) ?? 'never given'}.`);
  };

  /** What a team will not reach nobody had taken, and something comes in its place: the way on of who waited, or a journey of its own. */
  const leave = (task: string, fate: string, state: CustomerState, before: CustomerState | undefined): void => {
    if (fate !== 'open') broken('I3', `${task} was not reached, and was ${fate}.`);
    const isAwaited = Object.values(before?.enrolments ?? {}).some(({ awaits }) => awaits === task);
    const comes = state.journal.some(
      (entry) => (entry.kind === 'entered' || entry.kind === 'not-entered') && entry.journey === UNREACHED_JOURNEY,
    );
    if (!isAwaited && !comes) broken('I3', `${task} was not reached, and nothing came in its place.`);
  };

  const tell = (
    { task, status, late, unreached, many }: TaskEntry,
    state: CustomerState,
    before: CustomerState | undefined,
  ): void => {
    const fate = fates.get(task) ?? 'never given';
    const wasOver = OVER.includes(fate);
    if (fate === 'never given' || fate === 'done') broken('I3', `${task} is ${status}, and was ${fate}.`);
    if (wasOver !== (late === true)) broken('I3', `${task} is ${status} ${late ? 'after all' : ''}, and was ${fate}.`);
    if (late && status !== 'done') broken('I3', `${task} was ${fate} and is ${status}.`);
    if (many && fate !== 'open') broken('I6', `${task} was answered with many others, and was ${fate}.`);
    if (status === 'taken' && fate !== 'open') broken('I6', `${task} was taken, and was ${fate}.`);
    if (unreached) leave(task, fate, state, before);
    // What is one of many no more stands as it stood.
    if (status !== 'alone') fates.set(task, status === 'returned' ? 'open' : status);
    if (status === 'alone' || OVER.includes(status)) owed.set(`${task}/${status}`, commitKey(state));
    if (!OVER.includes(status)) return;
    for (const [id, one] of Object.entries(before?.enrolments ?? {})) {
      const now = state.enrolments[id];
      const waited = one.awaits === task && one.answer === undefined && one.leave === undefined;
      const isThere = now !== undefined && now.visit === one.visit && now.leave === undefined;
      if (!waited || !isThere || late) continue;
      const due = status === 'done' ? 'done' : 'undone';
      if (now.answer !== due) broken('I4', `${id} waited for ${task}, which is ${status}, and was told ${now.answer}.`);
    }
  };

  return { give, tell };
};
