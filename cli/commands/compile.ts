import { Command } from 'commander';
import { didYouMean } from '../../language/read/yaml/lookup.ts';
import { loadProject } from '../../simulator/project.ts';
import type { DeclareCommand } from '../command.ts';
import { type DirFlag, dirOption } from '../options.ts';
import type { Output } from '../output.ts';
import { UsageError } from '../usage-error.ts';

/** Prints the state machine of a journey. */
const compile = async (journey: string, { dir }: DirFlag, { out }: Output): Promise<number> => {
  const { machines } = await loadProject(dir);
  const machine = Object.hasOwn(machines, journey) ? machines[journey] : undefined;
  if (!machine)
    throw new UsageError(
      `No journey ${JSON.stringify(journey)} in ${dir}${didYouMean(journey, Object.keys(machines))}`,
    );
  out(JSON.stringify(machine, null, 2));
  return 0;
};

export const compileCommand: DeclareCommand = ({ output, run }) =>
  new Command('compile')
    .description('print the state machine of a journey, in Amazon States Language')
    .argument('<journey>')
    .addOption(dirOption())
    .action(run((journey: string, flags: DirFlag) => compile(journey, flags, output)));
