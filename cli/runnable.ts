import { formatProblem } from '../language/read/yaml/problem.ts';
import { loadRunnable, type Project, type Runnable } from '../simulator/project.ts';
import type { Output } from './output.ts';

/** Says which files are broken and what is left out for them. */
export const sayLeftOut = ({ problems, leftOut }: Omit<Runnable, 'project'>, err: Output['err']): void => {
  if (problems.length === 0) return;
  for (const problem of problems) err(formatProblem(problem));
  const names = [...new Set(leftOut.map(({ name }) => name))];
  err(`Going on without ${names.join(', ')}. \`tactful check\` says what to do.`);
};

/** What can run of a folder; what is broken in it is said, and left out. Throws WorkflowsInvalid where nothing can. */
export const loadAndSay = async (
  dir: string,
  err: Output['err'],
  options: { pace?: number } = {},
): Promise<Project> => {
  const { project, ...rest } = await loadRunnable(dir, options);
  sayLeftOut(rest, err);
  return project;
};
