import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Machine } from '../../../language/compile/asl.ts';
import { compileCatalogue, type StageTraits } from '../../../language/compile/catalogue.ts';
import { compileMachines } from '../../../language/compile/machines.ts';
import { type Reading, readFiles } from '../../../language/read/read.ts';
import { formatProblem } from '../../../language/read/yaml/problem.ts';
import type { File } from '../../../language/read/yaml/source.ts';
import { compileProject } from '../../../simulator/compile-project.ts';
import { runScenario } from '../../../simulator/scenario/run.ts';
import { type Progress, PublishFailed } from './request.ts';

/** What a function takes at once, with room to spare: nobody writes so much by hand. */
const MOST_BYTES = 4_000_000;

type Sound = Required<Pick<Reading, 'definitions'>> & Reading;

/** Reads and checks files. Throws PublishFailed. */
export const checkFiles = (files: readonly File[]): Sound => {
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  if (bytes > MOST_BYTES) {
    throw new PublishFailed(
      'check',
      `The files have ${bytes} bytes together, and ${MOST_BYTES} can be published: something is among them that is no copy.`,
    );
  }
  const reading = readFiles(files);
  const { definitions, problems } = reading;
  if (definitions && problems.length === 0) return { ...reading, definitions };
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const message = `${problems.map(formatProblem).join('\n')}\n${count}. Mend the files, then publish again.`;
  throw new PublishFailed('check', message, { problems });
};

/** Plays all scenarios, at the pace at which they are written. Throws PublishFailed. */
export const playScenarios = async (
  { definitions, scenarios }: Sound,
  report: (progress: Pick<Progress, 'done' | 'of'>) => void,
): Promise<void> => {
  const project = compileProject(definitions, scenarios);
  const unmet: string[] = [];
  for (const [done, scenario] of scenarios.entries()) {
    report({ done, of: scenarios.length });
    const result = await runScenario(project, scenario);
    for (const { expectation, why } of result.unmet)
      unmet.push(`${scenario.file}:${expectation.line} ${scenario.name}: expected ${expectation.text} (${why})`);
  }
  report({ done: scenarios.length, of: scenarios.length });
  if (unmet.length === 0) return;
  throw new PublishFailed(
    'scenarios',
    `${unmet.join('\n')}\nMend the journey, or the scenario where the promise has changed, then publish again.`,
  );
};

/** What files come to on a stage. Throws PublishFailed for what no machine can be made of. */
export const compileSound = (
  { definitions }: Sound,
  traits: StageTraits,
): { catalogue: Catalogue; machines: Record<string, Machine> } => {
  try {
    const catalogue = compileCatalogue(definitions, traits);
    return { catalogue, machines: compileMachines(definitions, catalogue) };
  } catch (error) {
    throw new PublishFailed('compile', (error as Error).message, { cause: error });
  }
};
