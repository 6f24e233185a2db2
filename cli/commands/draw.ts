import { didYouMean } from '../../language/read/yaml/lookup.ts';
import { drawJourney } from '../../simulator/draw.ts';
import { loadProject } from '../../simulator/project.ts';
import { UsageError } from './errors.ts';
import type { Io } from './io.ts';

/** Prints a journey as a Mermaid flowchart. */
export const draw = async (journey: string, { dir }: { dir: string }, { out }: Io): Promise<number> => {
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
