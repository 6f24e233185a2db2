import { Command } from 'commander';
import { fileOf } from '../../functions/api/journey-file.ts';
import { BUILT_IN } from '../../language/catalogue/built-in.ts';
import type { Definitions } from '../../language/catalogue/definition.ts';
import { PANEL_JOURNEY } from '../../language/catalogue/panel.ts';
import { UNREACHED_JOURNEY } from '../../language/catalogue/unreached.ts';
import { readWorkflows } from '../../language/read/folder.ts';
import { byPlace, formatProblem } from '../../language/read/yaml/problem.ts';
import { loadProject } from '../../simulator/project.ts';
import type { DeclareCommand } from '../command.ts';
import type { Output } from '../output.ts';

interface CheckFlags {
  uses?: boolean;
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** What stands for a journey that nobody writes as one. */
const FROM: Record<string, string> = {
  [PANEL_JOURNEY]: '`ask` in policy.yaml',
  [UNREACHED_JOURNEY]: '`instead` in moments',
};

/** What the folder has of its own, and which journeys come of that besides. */
const summary = (definitions: Definitions, scenarios: number): string => {
  const journeys = Object.values(definitions.journeys);
  const own = journeys.filter((journey) => fileOf(journey, definitions) === `journeys/${journey.id}.yaml`);
  const others = journeys.filter((journey) => !own.includes(journey)).map(({ id }) => `${id} from ${FROM[id]}`);
  const events = Object.keys(definitions.events).filter((event) => !Object.hasOwn(BUILT_IN, event));
  return [
    `${counted(own.length, 'journey')}${others.length > 0 ? ` (besides ${others.join(' and ')})` : ''}`,
    counted(Object.keys(definitions.moments).length, 'moment'),
    counted(events.length, 'event'),
    counted(scenarios, 'scenario'),
  ].join(', ');
};

/** Validates everything in a folder. Problems and warnings go to stdout, a line each; warnings alone leave the exit code 0. */
const check = async (dir: string, { uses: showUses = false }: CheckFlags, { out, err }: Output): Promise<number> => {
  const { definitions, scenarios, uses, problems, warnings } = readWorkflows(dir);
  for (const problem of [...problems, ...warnings].sort(byPlace)) out(formatProblem(problem));
  if (!definitions || problems.length > 0) {
    err(`${counted(problems.length, 'problem')} in ${dir}.`);
    return 1;
  }
  await loadProject(dir);
  if (showUses) {
    for (const { moment, uses: printed } of uses) {
      const facts = printed.map(({ name, provenance }) =>
        provenance.length > 0 ? `${name} (${provenance.join(', ')})` : name,
      );
      out(`${moment}: ${facts.length > 0 ? facts.join(', ') : 'nothing about the customer'}`);
    }
  }
  const warned = warnings.length === 0 ? '' : `, ${counted(warnings.length, 'warning')}`;
  out(`${dir}: ${summary(definitions, scenarios.length)}. No problems${warned}.`);
  return 0;
};

export const checkCommand: DeclareCommand = ({ output, run }) =>
  new Command('check')
    .description(
      'validate everything in a folder: exit 1 with a line `file:line:col message` for each problem; a warning is only told',
    )
    .argument('[dir]', 'the folder', 'workflows')
    .option('--uses', 'list what each moment says about the customer, and where that comes from')
    .action(run((dir: string, flags: CheckFlags) => check(dir, flags, output)));
