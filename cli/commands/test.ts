import { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { loadProject } from '../../simulator/project.ts';
import { unreached } from '../../simulator/scenario/coverage.ts';
import { runScenario, type ScenarioResult } from '../../simulator/scenario/run.ts';
import type { DeclareCommand } from '../command.ts';
import type { Output } from '../output.ts';
import { printWhat } from '../print/entry.ts';

/** "day 8, Wed 09:14" by the calendar and clock of the scenario's zone. */
const moment = (at: string, { scenario }: ScenarioResult): string => {
  const localOf = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(scenario.zone);
  const local = localOf(at);
  const { days } = localOf(scenario.startsAt).toPlainDate().until(local.toPlainDate());
  const clock = local.toLocaleString('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  return `day ${String(days).padEnd(3)} ${clock}`;
};

const failure = (result: ScenarioResult): string[] => {
  const { scenario, unmet, entries } = result;
  return [
    `✗ ${scenario.name}`,
    ...unmet.map(
      ({ expectation, why }) => `    ${scenario.file}:${expectation.line} expected: ${expectation.text} (${why})`,
    ),
    `    What happened, by the clock of ${scenario.zone}, from day 0 on, that of \`start\` (\`at 1 day\` is 24 hours after it):`,
    ...entries.map((entry) => `      ${moment(entry.at, result)}  ${printWhat(entry, scenario.zone)}`),
  ];
};

/** Runs all scenarios of a folder in virtual time; for one that fails, prints what happened instead. */
const test = async (dir: string, { out, err }: Output): Promise<number> => {
  const project = await loadProject(dir);
  if (project.scenarios.length === 0) {
    err(`No scenarios in ${dir}/scenarios. Write one, so that a change that breaks a promise is seen.`);
    return 0;
  }
  let failed = 0;
  const runs = [];
  for (const scenario of project.scenarios) {
    const result = await runScenario(project, scenario);
    runs.push(result.entries);
    if (result.unmet.length > 0) failed++;
    for (const line of result.unmet.length > 0 ? failure(result) : [`✓ ${scenario.name}`]) out(line);
  }
  const missing = unreached(project.definitions, runs);
  if (missing.length > 0)
    err(`No scenario comes to ${missing.join(', ')}. A promise that nobody tests is easily broken.`);
  const passed = project.scenarios.length - failed;
  out(`${passed} ${passed === 1 ? 'scenario' : 'scenarios'} passed, ${failed} failed.`);
  return failed > 0 ? 1 : 0;
};

export const testCommand: DeclareCommand = ({ output, run }) =>
  new Command('test')
    .description('run the scenarios in virtual time; exit 1 when one fails')
    .argument('[dir]', 'the folder', 'workflows')
    .action(run((dir: string) => test(dir, output)));
