import { Command } from 'commander';
import { drawJourney } from '../../language/draw/journey.ts';
import { didYouMean } from '../../language/read/yaml/lookup.ts';
import { loadProject } from '../../simulator/project.ts';
import type { DeclareCommand } from '../command.ts';
import { type DirFlag, dirOption } from '../options.ts';
import type { Output } from '../output.ts';
import { UsageError } from '../usage-error.ts';

/** Prints a journey as a Mermaid flowchart. */
const draw = async (journey: string, { dir }: DirFlag, { out }: Output): Promise<number> => {
  const { journeys } = (await loadProject(dir)).definitions;
  const definition = Object.hasOwn(journeys, journey) ? journeys[journey] : undefined;
  if (!definition) {
    throw new UsageError(
      `No journey ${JSON.stringify(journey)} in ${dir}${didYouMean(journey, Object.keys(journeys))}`,
    );
  }
  out(drawJourney(definition));
  return 0;
};

export const drawCommand: DeclareCommand = ({ output, run }) =>
  new Command('draw')
    .description('print a journey as a Mermaid flowchart')
    .argument('<journey>')
    .addOption(dirOption())
    .action(run((journey: string, flags: DirFlag) => draw(journey, flags, output)));
