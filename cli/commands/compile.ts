import { didYouMean } from '../../language/read/yaml/lookup.ts';
import { loadProject } from '../../simulator/project.ts';
import { UsageError } from './errors.ts';
import type { Io } from './io.ts';

/** Prints the state machine of a journey. */
export const compile = async (journey: string, { dir }: { dir: string }, { out }: Io): Promise<number> => {
  const { machines } = await loadProject(dir);
  const machine = Object.hasOwn(machines, journey) ? machines[journey] : undefined;
  if (!machine)
    throw new UsageError(
      `No journey ${JSON.stringify(journey)} in ${dir}${didYouMean(journey, Object.keys(machines))}`,
    );
  out(JSON.stringify(machine, null, 2));
  return 0;
};
