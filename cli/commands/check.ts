import { Command } from 'commander';
import { readWorkflows } from '../../language/read/folder.ts';
import { byPlace, formatProblem } from '../../language/read/yaml/problem.ts';
import { loadProject } from '../../simulator/project.ts';
import type { DeclareCommand } from '../command.ts';
import type { Output } from '../output.ts';

interface CheckFlags {
  uses?: boolean;
}

/** Validates everything in a folder. Problems and warnings go to stdout, a line each; warnings alone leave the exit code 0. */
const check = async (dir: string, { uses: showUses = false }: CheckFlags, { out, err }: Output): Promise<number> => {
  const { definitions, scenarios, uses, problems, warnings } = readWorkflows(dir);
  for (const problem of [...problems, ...warnings].sort(byPlace)) out(formatProblem(problem));
  if (!definitions || problems.length > 0) {
    err(`${problems.length === 1 ? '1 problem' : `${problems.length} problems`} in ${dir}.`);
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
  const { journeys, moments, events } = definitions;
  const count = (things: object) => Object.keys(things).length;
  const warned = warnings.length === 0 ? '' : `, ${warnings.length} ${warnings.length === 1 ? 'warning' : 'warnings'}`;
  out(
    `${dir}: ${count(journeys)} journeys, ${count(moments)} moments, ${count(events)} events, ${scenarios.length} scenarios. No problems${warned}.`,
  );
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
