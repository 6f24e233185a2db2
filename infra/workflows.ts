import type { Catalogue } from '../language/catalogue/catalogue.ts';
import type { Machine } from '../language/compile/asl.ts';
import { compileCatalogue } from '../language/compile/catalogue.ts';
import { compileMachines } from '../language/compile/machines.ts';
import { readWorkflows } from '../language/read/folder.ts';
import { formatProblem } from '../language/read/yaml/problem.ts';

/** What a workflows folder comes to: what functions read, and the machines by the ids of their journeys. */
export interface Compiled {
  catalogue: Catalogue;
  machines: Record<string, Machine>;
}

/** Something in the workflows folder is wrong, so nothing is deployed. */
export class WorkflowsInvalid extends Error {
  override name = 'WorkflowsInvalid';
}

/** Reads, checks and compiles a workflows folder at a pace. Throws WorkflowsInvalid. */
export const compileWorkflows = (dir: string, pace: number): Compiled => {
  const { definitions, problems } = readWorkflows(dir);
  if (!definitions) throw new WorkflowsInvalid(problems.map(formatProblem).join('\n'));
  const catalogue = compileCatalogue(definitions, { pace });
  return { catalogue, machines: compileMachines(definitions, catalogue) };
};
