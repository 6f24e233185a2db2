import type { Enrolment } from '../../../core/customer/model/enrolment.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Run } from '../functions.ts';
import { stepIn } from './ledger.ts';

/** A visit to a step of an enrolment. */
export type Visit = Pick<Enrolment, 'journey' | 'at' | 'visit'>;

const RESTS: readonly (string | undefined)[] = ['wait', 'wait-until', 'listen'];

/** Whether somebody only waits there, until a time that lies ahead. */
export const isResting = ({ journey, at, answer, due }: Enrolment, now: number, { catalogue }: Run): boolean =>
  answer === undefined && due > now && RESTS.includes(stepIn(catalogue, journey, at)?.kind);

/** What the step in hand came to, as the item said it before. */
export const hadAnswered = ({ answer, journey, at, due }: Enrolment, now: number, { catalogue }: Run): boolean => {
  const kind = stepIn(catalogue, journey, at)?.kind;
  return answer !== undefined || ((kind === 'wait' || kind === 'wait-until') && now >= due);
};

/** The visit that a commit was about: the one in hand, the next that a run asked for, or the beginning of last words. */
export const inHandOf = (
  id: string,
  before: Enrolment | undefined,
  after: Pick<Enrolment, 'journey' | 'words'>,
  now: number,
  run: Run,
): Visit => {
  const { journey } = after;
  if (after.words !== undefined && before?.words === undefined)
    return { journey, at: after.words, visit: (before?.visit ?? 0) + 1 };
  if (!before) return { journey, at: 'Start', visit: 0 };
  const { task } = run;
  if (task?.enrolment === id && task.visit === before.visit + 1 && hadAnswered(before, now, run))
    return { journey, at: task.step, visit: task.visit };
  return { journey, at: run.catalogue.journeys[journey]?.renamed[before.at] ?? before.at, visit: before.visit };
};

/** Whether a commit itself says that the visit in hand was answered: by a decision, by what it heard, or since its time was over. */
export const isAnsweredIn = (
  id: string,
  { at, visit, journey }: Visit,
  before: Enrolment | undefined,
  { journal, at: now }: CustomerState,
  run: Run,
): boolean => {
  const isSame = before?.visit === visit;
  if (isSame && hadAnswered(before, now, run)) return true;
  const isFinal = journal.some(
    (entry) =>
      entry.kind === 'decision' &&
      entry.enrolment === id &&
      entry.step === at &&
      entry.visit === visit &&
      entry.outcome !== 'held' &&
      entry.outcome !== 'replaced',
  );
  const isOver = isSame && now >= before.due;
  switch (stepIn(run.catalogue, journey, at)?.kind) {
    case 'send':
      return isFinal;
    case 'task':
      return isFinal || isOver || journal.some(({ kind }) => kind === 'task');
    case 'emit':
      return isFinal || isOver || run.incoming !== undefined;
    case 'listen':
      return !isSame || isOver || run.incoming !== undefined;
    default:
      return true;
  }
};
