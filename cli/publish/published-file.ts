import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { UsageError } from '../usage-error.ts';

/** In a workflows folder: which version of each stage it descends from. */
const PULLED = '.published.json';

const Pulled = z.record(z.string(), z.looseObject({ version: z.int().positive() }));

const readPulled = (dir: string): z.infer<typeof Pulled> => {
  const file = join(dir, PULLED);
  if (!existsSync(file)) return {};
  try {
    return Pulled.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new UsageError(
      `${file} is not as tactful pull writes it. Take it from the repository again, or delete it and pull.`,
    );
  }
};

/** The version of a stage that a folder descends from; undefined where it was never pulled. Throws UsageError. */
export const baseOf = (dir: string, stage: string): number | undefined => readPulled(dir)[stage]?.version;

/** Writes down that a folder has a version of a stage, beside what it has of others. Throws UsageError. */
export const writeBase = (dir: string, stage: string, version: number): void => {
  const all = { ...readPulled(dir), [stage]: { version } };
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(join(dir, PULLED), `${JSON.stringify(sorted, null, 2)}\n`);
};
