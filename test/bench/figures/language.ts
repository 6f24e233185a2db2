import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { compileMachine } from '../../../language/compile/machine.ts';
import { readFiles } from '../../../language/read/read.ts';
import { type Figure, median } from '../figure.ts';
import { multiplied } from '../many-journeys.ts';

const measured = (times: number): { check: number; compile: number; journeys: number } => {
  const files = multiplied(times);
  const rounds = Array.from({ length: 5 }, () => {
    const began = performance.now();
    const { definitions, problems } = readFiles(files);
    if (!definitions) throw new Error(problems.map(({ file, message }) => `${file} ${message}`).join('\n'));
    const read = performance.now();
    const catalogue = compileCatalogue(definitions, {});
    const journeys = Object.values(definitions.journeys);
    for (const journey of journeys) compileMachine(journey, catalogue);
    return { check: read - began, compile: performance.now() - read, journeys: journeys.length };
  });
  return {
    check: median(rounds.map(({ check }) => check)),
    compile: median(rounds.map(({ compile }) => compile)),
    journeys: rounds[0]?.journeys ?? 0,
  };
};

/** Check and compile at 4 and at 60 journeys: linear means that a journey costs no more among many. */
export const languageFigures = async (): Promise<Figure[]> => {
  const few = measured(1);
  const many = measured(15);
  return (['check', 'compile'] as const).map((part): Figure => {
    const ratio = many[part] / many.journeys / (few[part] / few.journeys);
    return {
      figure: `${part} at ${many.journeys} journeys`,
      value: many[part],
      unit: 'ms',
      reference: { what: `${few.journeys} journeys`, value: few[part] },
      ratio,
      aim: 'a journey costs no more',
      met: ratio <= 1.2,
    };
  });
};
