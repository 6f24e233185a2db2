/**
 * Fits the weights of signs to the tuning messages and writes them into core/sentiment/english/weights.ts:
 *   node test/core/sentiment/fit/main.ts            fits and writes
 *   node test/core/sentiment/fit/main.ts --check    prints how well weights fitted to nine tenths read the last tenth
 */
import { writeFileSync } from 'node:fs';
import { examples } from './examples.ts';
import { type Fitted, fitWeights } from './fit.ts';
import { LEAN, OPTIONS } from './options.ts';

const TENTHS = 10;
const FILE = new URL('../../../../core/sentiment/english/weights.ts', import.meta.url);

const isTakenForUnhappy = ({ bias, weights }: Fitted, { signs, said }: (typeof examples)[number]): boolean =>
  [...signs].reduce((sum, [name, value]) => sum + (weights.get(name) ?? 0) * value, bias + LEAN + said) > 0;

const check = (): void => {
  const read = Array.from({ length: TENTHS }, (_, tenth) => {
    const fitted = fitWeights(
      examples.filter((_, at) => at % TENTHS !== tenth),
      OPTIONS,
    );
    return examples
      .filter((_, at) => at % TENTHS === tenth)
      .map((one) => ({ predicted: isTakenForUnhappy(fitted, one), is: one.unhappy }));
  }).flat();
  const right = read.filter(({ predicted, is }) => predicted && is).length;
  const precision = right / read.filter(({ predicted }) => predicted).length;
  const recall = right / read.filter(({ is }) => is).length;
  console.log(`${read.length} texts  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}`);
};

const LINE = 110;

const foldNames = (names: string[]): string => {
  const lines = [''];
  for (const name of names) {
    if (`${lines.at(-1)} ${name}`.length > LINE) lines.push('');
    lines[lines.length - 1] = `${lines.at(-1)} ${name}`.trim();
  }
  return lines.map((line) => `    ${line}`).join('\n');
};

const sourceOf = ({ bias, weights }: Fitted): string => {
  const byWeight = new Map<string, string[]>();
  for (const [name, weight] of [...weights].sort(([, one], [, two]) => one - two)) {
    const rounded = weight.toFixed(1);
    if (Number(rounded) !== 0) byWeight.set(rounded, [...(byWeight.get(rounded) ?? []), name]);
  }
  const rows = [...byWeight].map(([weight, names]) => `  ['${weight}', \`\n${foldNames(names)}\`],`).join('\n');
  return `/**
 * How much each sign speaks for an unhappy writer: \`/\` before a pattern, \`^\` before the first word of a sentence, \`+\` and \`-\` before
 * a kind of hit, \`*\` before what is counted. Fitted, not written: test/core/sentiment/fit/main.ts.
 */
const BY_WEIGHT: [weight: string, signs: string][] = [
${rows}
];

export const BIAS = ${(bias + LEAN).toFixed(2)};

export const WEIGHTS = new Map(
  BY_WEIGHT.flatMap(([weight, signs]) =>
    signs
      .trim()
      .split(/\\s+/)
      .map((sign): [string, number] => [sign, Number(weight)]),
  ),
);
`;
};

if (process.argv.includes('--check')) check();
else writeFileSync(FILE, sourceOf(fitWeights(examples, OPTIONS)));
