import type { Catalogue } from '../language/catalogue/catalogue.ts';
import type { Definitions } from '../language/catalogue/definition.ts';
import type { Machine } from '../language/compile/asl.ts';
import { compileCatalogue } from '../language/compile/catalogue.ts';
import { compileMachines } from '../language/compile/machines.ts';
import { readWorkflows } from '../language/read/read.ts';
import type { Scenario } from '../language/read/scenarios/scenario.ts';
import { formatProblem, type Problem } from '../language/read/yaml/problem.ts';

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

/** Reads and compiles a workflows folder. Throws WorkflowsInvalid. */
export const loadProject = async (dir: string, { pace = 1 }: { pace?: number } = {}): Promise<Project> => {
  const { definitions, scenarios, problems } = await readWorkflows(dir);
  if (!definitions || problems.length > 0) throw new WorkflowsInvalid(dir, problems);
  const catalogue = compileCatalogue(definitions, { pace });
  const machines = compileMachines(definitions, catalogue);
  return { definitions, catalogue, machines, scenarios };
};
