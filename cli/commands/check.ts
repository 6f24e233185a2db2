import { Command } from 'commander';
import { readWorkflows } from '../../language/read/folder.ts';
import { byPlace, formatProblem } from '../../language/read/yaml/problem.ts';
import { loadProject } from '../../simulator/project.ts';
import type { DeclareCommand } from '../command.ts';
import type { Output } from '../output.ts';

interface CheckFlags {
  uses?: boolean;
}

/** Validates everything in a folder. Problems go to stdout, a line each; answers the exit code. */
const check = async (dir: string, { uses: showUses = false }: CheckFlags, { out, err }: Output): Promise<number> => {
  const { definitions, scenarios, uses, problems, warnings } = await readWorkflows(dir);
  if (!definitions || problems.length > 0) {
    for (const problem of [...problems, ...warnings].toSorted(byPlace)) out(formatProblem(problem));
    err(`${problems.length === 1 ? '1 problem' : `${problems.length} problems`} in ${dir}.`);
    return 1;
  }
  await loadProject(dir);
  for (const warning of warnings) out(formatProblem(warning));
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
  out(
    `${dir}: ${count(journeys)} journeys, ${count(moments)} moments, ${count(events)} events, ${scenarios.length} scenarios. No problems.`,
  );
  if (warnings.length > 0) err(`${warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`} in ${dir}.`);
  return 0;
};

export const checkCommand: DeclareCommand = ({ output, run }) =>
  new Command('check')
    .description(
      'validate everything in a folder: exit 1 with a line `file:line:col message` for each problem; a warning does not change the status',
    )
    .argument('[dir]', 'the folder', 'workflows')
    .option('--uses', 'list what each moment says about the customer, and where that comes from')
    .action(run((dir: string, flags: CheckFlags) => check(dir, flags, output)));
