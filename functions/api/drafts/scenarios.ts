import type { Project } from '../../../simulator/project.ts';
import { unreached } from '../../../simulator/scenario/coverage.ts';
import { runScenario } from '../../../simulator/scenario/run.ts';
import type { ScenariosResult } from '../contract/drafts.ts';
import type { OnProgress } from '../ports.ts';

/** Plays the scenarios of a project, or those of some names. */
export const runScenarios = async (
  project: Project,
  only?: readonly string[],
  onProgress: OnProgress = () => {},
): Promise<ScenariosResult> => {
  const scenarios = project.scenarios.filter(({ name, file }) => !only || only.includes(name) || only.includes(file));
  const items: ScenariosResult['items'] = [];
  const runs = [];
  for (const [done, scenario] of scenarios.entries()) {
    onProgress({ done, total: scenarios.length });
    const { unmet, entries } = await runScenario(project, scenario);
    runs.push(entries);
    items.push({
      scenario: scenario.name,
      file: scenario.file,
      isMet: unmet.length === 0,
      unmet: unmet.map(({ expectation, why }) => ({ expected: expectation.text, why })),
    });
  }
  const failed = items.filter(({ isMet }) => !isMet).length;
  const missed = only ? [] : unreached(project.definitions, runs);
  return { passed: items.length - failed, failed, items, unreached: missed };
};
