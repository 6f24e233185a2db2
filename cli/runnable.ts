import { formatProblem } from '../language/read/yaml/problem.ts';
import { loadRunnable, type Runnable } from '../simulator/project.ts';
import type { Output } from './output.ts';

/** Says which files are broken and what is left out for them. */
export const sayLeftOut = ({ problems, leftOut }: Pick<Runnable, 'problems' | 'leftOut'>, err: Output['err']): void => {
  if (problems.length === 0) return;
  for (const problem of problems) err(formatProblem(problem));
  const names = [...new Set(leftOut.map(({ name }) => name))];
  const scenarios = names.filter((name) => name.startsWith('scenarios/'));
  const others = names.filter((name) => !scenarios.includes(name));
  const count = scenarios.length === 1 ? '1 scenario' : `${scenarios.length} scenarios`;
  err(`Going on without ${[...others, ...(scenarios.length > 0 ? [count] : [])].join(', ')}.`);
};

/** What can run of a folder; what is broken in it is said, and left out. Throws WorkflowsInvalid where nothing can. */
export const loadAndSay = async (
  dir: string,
  err: Output['err'],
  options: { pace?: number } = {},
): Promise<Runnable> => {
  const runnable = await loadRunnable(dir, options);
  sayLeftOut(runnable, err);
  return runnable;
};
