import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import { bundleFunction, FUNCTIONS, type FunctionName, HANDLERS } from '../../../infra/bundle.ts';
import { bundleTogether, neededBy, sourcesOf } from '../../support/bundle.ts';
import { scratch } from './synth.ts';

/** Those that carry journeys, and are started for each of their steps; the others read drafts, and play them. */
export const CARRYING: readonly FunctionName[] = FUNCTIONS.filter((name) => name !== 'publish' && name !== 'api');

// To build them takes seconds, so whatever looks into them shares these.
const carrying = bundleTogether(CARRYING, scratch());
const reading = bundleTogether(['publish', 'api'], scratch());
const builtWith = (name: FunctionName) => (CARRYING.includes(name) ? carrying : reading);
export const metafileOf = (name: FunctionName) => builtWith(name).metafileOf(name);
export const folderOf = (name: FunctionName) => builtWith(name).folderOf(name);

/** Built twice alone, as it is deployed, a function has the same files, nothing that it lacks beside the others, and starts. */
export const expectAlikeElsewhere = async (name: FunctionName): Promise<void> => {
  const [here, elsewhere] = [scratch(), scratch()];
  const sources = sourcesOf(neededBy(bundleFunction(HANDLERS[name], here)));
  // What is not found beside the others is not here.
  expect(sources.filter((file) => !sourcesOf(metafileOf(name)).includes(file))).toEqual([]);
  bundleFunction(HANDLERS[name], elsewhere);
  const files = readdirSync(elsewhere, { recursive: true, encoding: 'utf8' });
  expect(readdirSync(here, { recursive: true, encoding: 'utf8' })).toEqual(files);
  for (const file of files.filter((path) => path.includes('.')))
    expect(readFileSync(join(elsewhere, file)).equals(readFileSync(join(here, file)))).toBe(true);
  await expect(import(pathToFileURL(join(here, 'index.mjs')).href)).rejects.toThrow(/STAGE is missing/);
};
