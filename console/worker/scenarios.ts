import type { JournalEntry } from '../../core/customer/model/journal.ts';
import type { Project } from '../../simulator/project.ts';
import { unreached } from '../../simulator/scenario/coverage.ts';
import { runScenario } from '../../simulator/scenario/run.ts';

export interface ScenarioOutcome {
  scenario: string;
  file: string;
  isMet: boolean;
  unmet: { expected: string; why: string }[];
}

export interface ScenariosOutcome {
  items: ScenarioOutcome[];
  /** Steps that decide and that none of these came to, as `journey/step`. */
  unreached: string[];
}

/** Plays the scenarios of a project, or those in some files. */
export const scenarios = async (project: Project, only?: readonly string[]): Promise<ScenariosOutcome> => {
  const chosen = project.scenarios.filter(({ file }) => only === undefined || only.includes(file));
  const items: ScenarioOutcome[] = [];
  const runs: JournalEntry[][] = [];
  for (const scenario of chosen) {
    const { entries, unmet } = await runScenario(project, scenario);
    runs.push(entries);
    items.push({
      scenario: scenario.name,
      file: scenario.file,
      isMet: unmet.length === 0,
      unmet: unmet.map(({ expectation, why }) => ({ expected: expectation.text, why })),
    });
  }
  return { items, unreached: unreached(project.definitions, runs) };
};
