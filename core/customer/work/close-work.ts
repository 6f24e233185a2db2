import type { Draft } from '../draft.ts';
import { note } from '../draft.ts';
import type { Enrolment } from '../model/enrolment.ts';
import { isOpenWork } from '../model/listed-work.ts';
import type { Millis } from '../model/millis.ts';
import type { Work } from '../model/work.ts';
import type { TaskEntry } from '../model/work-entries.ts';
import { answerStep, setDue } from '../standing.ts';

/** What a colleague, or the clock, says of work. */
export type WorkChange = Pick<TaskEntry, 'by' | 'outcome' | 'note' | 'reason' | 'late' | 'unreached' | 'many'>;

/** Writes a change of work into the item. Work is replaced and not written into. */
export const putWork = ({ state }: Draft, id: string, work: Work): void => {
  state.tasks = { ...state.tasks, [id]: work };
};

/** Those whose step in hand waits for what becomes of work. */
export const waitingFor = ({ state }: Draft, task: string): Enrolment[] =>
  Object.values(state.enrolments).filter(({ awaits, answer, leave }) => awaits === task && !answer && !leave);

const noteTask = (
  draft: Draft,
  task: string,
  { moment, journey, crowd }: Work,
  status: TaskEntry['status'],
  change: WorkChange,
): void =>
  note(draft, { kind: 'task', task, moment, journey, status, ...change, ...(crowd !== undefined && { crowd }) });

/** Work that somebody takes, or gives back, since `at`. */
export const moveWork = (
  draft: Draft,
  id: string,
  work: Work,
  status: 'taken' | 'returned',
  { at: since, change }: { at: Millis; change: WorkChange },
): void => {
  const { by: _, next: __, ...rest } = work;
  const by = status === 'taken' && change.by !== undefined ? { by: change.by } : {};
  putWork(draft, id, { ...rest, state: status === 'taken' ? 'taken' : 'open', since, ...by });
  noteTask(draft, id, work, status, change);
};

type Closed = 'done' | 'declined' | 'expired';

/**
 * Work is over, or was done after all. Who waits for it is answered in this commit, and reads as `heard` what was said; the answer
 * of whoever has gone on stays.
 */
export const closeWork = (
  draft: Draft,
  id: string,
  work: Work,
  state: Closed,
  { change = {}, hear }: { change?: WorkChange; hear?: (enrolment: Enrolment) => void } = {},
): void => {
  const { by = work.by, outcome, reason } = change;
  const words = outcome ?? reason;
  const { by: _, said: __, many: ___, next: ____, ...rest } = work;
  const now: Millis = draft.now;
  putWork(draft, id, {
    ...rest,
    state,
    since: now,
    ...(by && { by }),
    ...(words && { said: words }),
    ...(change.many && { many: true }),
  });
  noteTask(draft, id, work, state, change);
  if (!isOpenWork(work)) return;
  for (const enrolment of waitingFor(draft, id)) {
    hear?.(enrolment);
    answerStep(draft, enrolment, state === 'done' ? 'done' : 'undone');
    setDue(enrolment, now);
  }
};
