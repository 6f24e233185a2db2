import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { templateFiles } from '../../support/templates.ts';
import { type Figure, median } from '../figure.ts';
import { multiplied, writeFiles } from '../many-journeys.ts';
import type { Part } from '../parts.ts';

const ROUNDS = 3;
const SIZES = { few: { times: 1, journeys: 4 }, many: { times: 15, journeys: 60 } } as const;
type Size = keyof typeof SIZES;

/** `cdk synth` as a person calls it, cdk-nag included. Seconds. */
const synth = (workflows: string, out: string): number => {
  const began = performance.now();
  const cdk = ['node_modules/aws-cdk/bin/cdk', 'synth', '--quiet', '--output', out, '-c', `workflows=${workflows}`];
  const PATH = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`;
  execFileSync(process.execPath, cdk, { env: { ...process.env, PATH }, stdio: ['ignore', 'ignore', 'pipe'] });
  return (performance.now() - began) / 1000;
};

interface Template {
  resources: number;
  kilobytes: number;
}

const templateOf = (out: string, stack: string): Template => {
  const text = readFileSync(templateFiles(out).get(stack) ?? stack, 'utf8');
  const { Resources } = JSON.parse(text) as { Resources: object };
  return { resources: Object.keys(Resources).length, kilobytes: text.length / 1000 };
};

/** The templates of 4 and of 60 journeys: how long they take, and what is in them. */
export const synthFigures: Part = async ({ tell }): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-synth-'));
  const at = (...parts: string[]): string => join(folder, ...parts);
  try {
    const times: Record<Size, number[]> = { few: [], many: [] };
    const sizes = Object.keys(SIZES) as Size[];
    for (const size of sizes) writeFiles(at(size), multiplied(SIZES[size].times));
    for (let round = 0; round < ROUNDS; round++) {
      for (const size of sizes) {
        tell(`cdk synth of ${SIZES[size].journeys} journeys, ${round + 1} of ${ROUNDS}`);
        times[size].push(synth(at(size), at(`${size}-out`)));
      }
    }
    const [few, many] = [median(times.few), median(times.many)];
    const what = `${SIZES.few.journeys} journeys`;
    const perJourney = many / SIZES.many.journeys / (few / SIZES.few.journeys);
    const templates = ['tactful-dev', 'tactful-dev-operations'].flatMap((stack): Figure[] => {
      const [small, large] = [templateOf(at('few-out'), stack), templateOf(at('many-out'), stack)];
      const reported = (figure: string, unit: string, of: keyof Template): Figure => ({
        figure: `${figure} of ${stack} at ${SIZES.many.journeys} journeys`,
        value: large[of],
        unit,
        reference: { what, value: small[of] },
        ratio: large[of] / small[of],
        aim: 'reported',
      });
      return [reported('resources', 'resources', 'resources'), reported('size', 'KB', 'kilobytes')];
    });
    return [
      {
        figure: `cdk synth at ${SIZES.many.journeys} journeys`,
        value: many,
        unit: 's',
        reference: { what, value: few },
        ratio: perJourney,
        aim: 'a journey costs no more',
        met: perJourney <= 1,
      },
      ...templates,
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};
