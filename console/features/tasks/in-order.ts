import type { Crowd } from '../../../functions/api/contract/crowds.ts';
import type { Task } from '../../../functions/api/contract/work.ts';

/** A line of the queue: somebody, or many at once. */
export type Line = { task: Task } | { crowd: Crowd };

const neededBy = (line: Line): number => Date.parse(('task' in line ? line.task : line.crowd).neededBy ?? '');

/** One queue of both, who needs it most first. What belongs below the tasks that are shown waits while there are more of them. */
export const inOrder = (tasks: readonly Task[], crowds: readonly Crowd[], isMore: boolean): Line[] => {
  const last = tasks.at(-1);
  const visibleCrowds = crowds.filter(
    ({ neededBy: by }) => by !== undefined && (!isMore || !last || Date.parse(by) <= Date.parse(last.neededBy)),
  );
  const lines: Line[] = [...tasks.map((task) => ({ task })), ...visibleCrowds.map((crowd) => ({ crowd }))];
  return lines.toSorted((one, other) => neededBy(one) - neededBy(other));
};
