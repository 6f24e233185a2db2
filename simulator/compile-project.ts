import type { Definitions } from '../language/catalogue/definition.ts';
import { compileCatalogue } from '../language/compile/catalogue.ts';
import { compileMachines } from '../language/compile/machines.ts';
import type { Scenario } from '../language/read/scenarios/scenario.ts';

/** What runs, from what was read: a Project. It knows of no folder, so that a browser can do it too. */
export const compileProject = (
  definitions: Definitions,
  scenarios: Scenario[],
  { pace = 1 }: { pace?: number } = {},
) => {
  const catalogue = compileCatalogue(definitions, { pace });
  return { definitions, catalogue, machines: compileMachines(definitions, catalogue), scenarios };
};
