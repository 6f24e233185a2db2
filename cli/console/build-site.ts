import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Output } from '../output.ts';
import { SITE } from './site.ts';

const CONFIG = fileURLToPath(new URL('../../console/vite.config.ts', import.meta.url));

export interface BuildSiteDeps {
  /** The real time, in milliseconds. */
  now: () => number;
  build?: () => Promise<unknown>;
  /** Where it builds to. */
  own?: string;
}

/** As `npm run console` does. */
const buildByVite = async (): Promise<unknown> => {
  const { build } = await import('vite');
  return build({ configFile: CONFIG, logLevel: 'error' });
};

/** Builds the console where it is not built yet: only in its own folder, since nothing is built elsewhere. Without it the API is served all the same. */
export const buildSite = async (
  folder: string,
  err: Output['err'],
  { now, build = buildByVite, own = SITE }: BuildSiteDeps,
): Promise<void> => {
  if (existsSync(join(folder, 'index.html'))) return;
  if (resolve(folder) !== resolve(own)) {
    err(`There is no console in ${folder}: it has no index.html. Leave out --site for the one of Tactful.`);
    return;
  }
  err('Building the console, once. This takes some seconds.');
  const began = now();
  try {
    await build();
    err(`The console is built, in ${Math.ceil((now() - began) / 1000)} s.`);
  } catch (error) {
    err(
      `The console cannot be built (${(error as Error).message}). Run npm ci, then npm run console. The API goes on.`,
    );
  }
};
