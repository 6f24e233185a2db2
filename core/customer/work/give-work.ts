import { DAY } from '../../../language/catalogue/milliseconds.ts';
import type { RunStep } from '../../../language/catalogue/step.ts';
import type { StepAnswer } from '../../../language/catalogue/task.ts';
import { ownValue } from '../../own-value.ts';
import { iso } from '../../time/instant.ts';
import type { Subject } from '../decision.ts';
import { decisionId } from '../decision-id.ts';
import type { Draft } from '../draft.ts';
import type { Enrolment } from '../model/enrolment.ts';
import { LIMITS } from '../model/limits.ts';
import { isOpenWork } from '../model/listed-work.ts';
import type { Priority } from '../model/priority.ts';
import { answerStep, type InHand, setDue } from '../standing.ts';
import { closeWork, putWork, waitingFor } from './close-work.ts';
import { setApart } from './crowd.ts';
import { priorityOf, rankOf } from './need.ts';
import { needOf, severityOf } from './need-of.ts';
import { openWorkOf } from './open-work.ts';

/** In milliseconds: of work about which neither its step nor the policy says by when. */
const DUE = 3 * DAY;

/** So long after it was due nobody counts any more on work for which nothing waits. In milliseconds. */
const LAPSES = 14 * DAY;

/** What is told of work where it is given; `merged`: a colleague has it already, and nobody is asked again. */
export type Assignment = { task: string } & (
  | { due: string; priority: Priority; team?: string; crowd?: string }
  | { merged: string }
);

interface Giving {
  /** By when, in seconds from now, where its step says so. */
  within: number | undefined;
  /** Of which event about everyone it comes. */
  crowd: string | undefined;
}

/** Gives a person work, or adds to the same that is open: then it is due by the earlier of both. */
export const giveWork = (
  draft: Draft,
  subject: Subject,
  moment: string,
  enrolment: Enrolment,
  { within, crowd }: Giving,
): Assignment => {
  const { state, now, deps } = draft;
  const { policy, moments } = deps.catalogue;
  const due = now + (within === undefined ? (policy.tasks ? policy.tasks.due * 1000 : DUE) : within * 1000);
  const severity = severityOf(enrolment, deps.catalogue);
  const open = openWorkOf(state, moment, now);
  if (open) {
    const [id, work] = open;
    const gravest = Math.max(severity ?? 0, work.severity ?? 0);
    const sooner = Math.min(due, work.due);
    const rank = rankOf(sooner, needOf(draft, gravest));
    const both = { ...work, due: sooner, rank, ...(gravest > 0 && { severity: gravest }) };
    if (crowd === undefined) setApart(draft, id, both);
    else putWork(draft, id, both);
    return { task: id, merged: id };
  }
  for (const [id, work] of Object.entries(state.tasks ?? {}))
    if (work.moment === moment && isOpenWork(work)) closeWork(draft, id, work, 'expired');
  const id = decisionId(subject);
  const team = ownValue(moments, moment)?.team;
  const rank = rankOf(due, needOf(draft, severity));
  putWork(draft, id, {
    moment,
    journey: subject.journey,
    at: now,
    due,
    state: 'open',
    rank,
    ...(severity !== undefined && { severity }),
    ...(team !== undefined && { team }),
    ...(crowd !== undefined && { crowd }),
  });
  trimWork(draft);
  return {
    task: id,
    due: iso(due),
    priority: priorityOf(rank, now),
    ...(team !== undefined && { team }),
    ...(crowd !== undefined && { crowd }),
  };
};

/** Of more than an item has room for the oldest goes: of what is over first, and what is open is told to have expired. */
export const trimWork = (draft: Draft): void => {
  const all = Object.entries(draft.state.tasks ?? {}).sort(([, one], [, other]) => one.at - other.at);
  const open = all.filter(([, work]) => isOpenWork(work));
  for (const [id, work] of open.slice(0, Math.max(0, open.length - LIMITS.tasks)))
    closeWork(draft, id, work, 'expired');
  const tasks = Object.entries(draft.state.tasks ?? {});
  const over = tasks
    .filter(([, work]) => !isOpenWork(work))
    .sort(([, one], [, other]) => (other.since ?? 0) - (one.since ?? 0))
    .slice(LIMITS.tasksOver);
  if (over.length === 0) return;
  const gone = new Set(over.map(([id]) => id));
  draft.state.tasks = Object.fromEntries(tasks.filter(([id]) => !gone.has(id)));
};

/** Work for which nothing waits, that was due long ago, and that nobody has taken lately. */
export const lapseWork = (draft: Draft): void => {
  for (const [id, work] of Object.entries(draft.state.tasks ?? {}))
    if (
      isOpenWork(work) &&
      draft.now >= Math.max(work.due, work.since ?? 0) + LAPSES &&
      waitingFor(draft, id).length === 0
    )
      closeWork(draft, id, work, 'expired');
};

/** The step in hand has given work, and waits for what becomes of it. Its decision is made. */
export const beginToAwait = (draft: Draft, enrolment: Enrolment, task: string, within: number): 'later' => {
  Object.assign(enrolment, { message: undefined, replaced: undefined, held: undefined });
  enrolment.awaits = task;
  setDue(enrolment, draft.now + within * 1000);
  return 'later';
};

/** Whoever waits for work asks again: when their time is over it is undone, and expired if nobody else still waits for it. */
export const onAwaited = (draft: Draft, { enrolment }: InHand, step: RunStep): StepAnswer | 'later' => {
  const { awaits: task = '' } = enrolment;
  if (step.kind !== 'task' || step.within === undefined) return answerStep(draft, enrolment, 'sent');
  if (draft.now < enrolment.due) return 'later';
  const work = ownValue(draft.state.tasks ?? {}, task);
  answerStep(draft, enrolment, 'undone');
  if (work && isOpenWork(work) && waitingFor(draft, task).length === 0) closeWork(draft, task, work, 'expired');
  return 'undone';
};
