import type { Catalogue } from '../language/catalogue/catalogue.ts';
import type { Definitions } from '../language/catalogue/definition.ts';
import type { Machine } from '../language/compile/asl.ts';
import { readRunnable, readWorkflows } from '../language/read/folder.ts';
import type { Scenario } from '../language/read/scenarios/scenario.ts';
import type { LeftOut } from '../language/read/sound-part.ts';
import { formatProblem, type Problem } from '../language/read/yaml/problem.ts';
import { compileProject } from './compile-project.ts';

/** A workflows folder, read and compiled. */
export interface Project {
  definitions: Definitions;
  catalogue: Catalogue;
  machines: Record<string, Machine>;
  scenarios: Scenario[];
}

/** What is wrong in a workflows folder, a line each. */
export class WorkflowsInvalid extends Error {
  override name = 'WorkflowsInvalid';
  readonly problems: Problem[];
  constructor(dir: string, problems: Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`${problems.map(formatProblem).join('\n')}\n${count} in ${dir}.`);
    this.problems = problems;
  }
}

interface ProjectOptions {
  pace?: number;
}

/** Reads and compiles a workflows folder. Throws WorkflowsInvalid. */
export const loadProject = async (dir: string, options: ProjectOptions = {}): Promise<Project> => {
  const { definitions, scenarios, problems } = readWorkflows(dir);
  if (!definitions || problems.length > 0) throw new WorkflowsInvalid(dir, problems);
  return compileProject(definitions, scenarios, options);
};

/** What can run of a project though files of it are broken, what is wrong with those, and what is left out for it. */
export interface Runnable {
  project: Project;
  problems: Problem[];
  leftOut: LeftOut[];
}

/** Reads and compiles what can run of a workflows folder. Throws WorkflowsInvalid where nothing can. */
export const loadRunnable = async (dir: string, options: ProjectOptions = {}): Promise<Runnable> => {
  const { definitions, scenarios, problems, leftOut } = readRunnable(dir);
  if (!definitions) throw new WorkflowsInvalid(dir, problems);
  return { project: compileProject(definitions, scenarios, options), problems, leftOut };
};
