import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Output } from '../output.ts';

const CONFIG = fileURLToPath(new URL('../../console/vite.config.ts', import.meta.url));

export interface BuildSiteDeps {
  /** The real time, in milliseconds. */
  now: () => number;
  build?: () => Promise<unknown>;
}

/** As `npm run console` does. */
const buildByVite = async (): Promise<unknown> => {
  const { build } = await import('vite');
  return build({ configFile: CONFIG, logLevel: 'error' });
};

/** Builds the console where it is not built yet. Without it the API is served all the same. */
export const buildSite = async (
  folder: string,
  err: Output['err'],
  { now, build = buildByVite }: BuildSiteDeps,
): Promise<void> => {
  if (existsSync(join(folder, 'index.html'))) return;
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
