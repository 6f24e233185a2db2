import type { Definitions } from '../language/catalogue/definition.ts';
import { compileCatalogue, type StageTraits } from '../language/compile/catalogue.ts';
import { compileMachines } from '../language/compile/machines.ts';
import type { Scenario } from '../language/read/scenarios/scenario.ts';

/** What runs, from what was read: a Project. It knows of no folder, so that a browser can do it too. */
export const compileProject = (definitions: Definitions, scenarios: Scenario[], traits: StageTraits = {}) => {
  const catalogue = compileCatalogue(definitions, traits);
  return { definitions, catalogue, machines: compileMachines(definitions, catalogue), scenarios };
};
