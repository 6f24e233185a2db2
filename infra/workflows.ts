import type { Catalogue } from '../language/catalogue/catalogue.ts';
import type { Machine } from '../language/compile/asl.ts';
import { compileCatalogue } from '../language/compile/catalogue.ts';
import { compileMachine } from '../language/compile/machine.ts';
import { readWorkflows } from '../language/read/read.ts';
import { formatProblem } from '../language/read/yaml/problem.ts';

/** What a workflows folder comes to: what functions read, and a machine for each journey. */
export interface Compiled {
  catalogue: Catalogue;
  machines: Record<string, Machine>;
}

/** Something in the workflows folder is wrong, so nothing is deployed. */
export class WorkflowsInvalid extends Error {
  override name = 'WorkflowsInvalid';
}

/** Reads, checks and compiles a workflows folder at a pace. Throws WorkflowsInvalid. */
export const compileWorkflows = async (dir: string, pace: number): Promise<Compiled> => {
  const { definitions, problems } = await readWorkflows(dir);
  if (!definitions) throw new WorkflowsInvalid(problems.map(formatProblem).join('\n'));
  const catalogue = compileCatalogue(definitions, { pace });
  const journeys = Object.entries(definitions.journeys);
  const machines = Object.fromEntries(journeys.map(([id, journey]) => [id, compileMachine(journey, catalogue)]));
  return { catalogue, machines };
};
