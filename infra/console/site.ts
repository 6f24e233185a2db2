import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The product, wherever the program that embeds it runs. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The program of the console could not be built. */
export class SiteNotBuilt extends Error {
  override name = 'SiteNotBuilt';
}

/** What the program is made of, as seen from the folder of the product. */
const SOURCES = [
  'console/**/*',
  'core/**/*',
  'language/**/*',
  'functions/api/contract/*',
  'simulator/**/*',
  'package-lock.json',
];

/** Whether what was built is younger than all that it is made of. */
const isFresh = (root: string, page: string): boolean => {
  if (!existsSync(page)) return false;
  const built = statSync(page).mtimeMs;
  const files = globSync(SOURCES, { cwd: root, exclude: ['console/dist', 'console/dist/**'] });
  return files.every((file) => statSync(join(root, file)).mtimeMs <= built);
};

/** The folder with the program of the console, built anew if anything of it has changed. Throws SiteNotBuilt. */
export const buildSite = (root = ROOT): string => {
  const folder = join(root, 'console', 'dist');
  if (isFresh(root, join(folder, 'index.html'))) return folder;
  const vite = join(dirname(createRequire(join(root, 'package.json')).resolve('vite/package.json')), 'bin', 'vite.js');
  const args = [vite, 'build', '--config', join('console', 'vite.config.ts'), '--logLevel', 'warn'];
  // As it is shipped, whoever asks: a test would get that of development.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  if (status === 0) return folder;
  throw new SiteNotBuilt(
    `The console was not built. npm ci in ${root}, then npm run console, which says:\n${stdout}${stderr}`,
  );
};

/** Puts the program of the console into the folder of the function that serves it. Throws SiteNotBuilt. */
export const addSite = (folder: string): void => cpSync(buildSite(), join(folder, 'site'), { recursive: true });
