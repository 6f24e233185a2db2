import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, type BuildResult, buildSync as build } from 'esbuild';

const { BUNDLED_ONCE = '' } = process.env;

/** In place of esbuild's own, for builds into a folder: what was built by the same options is taken again. */
export const buildSync = ({ outdir = '', ...options }: BuildOptions): BuildResult => {
  const name = createHash('sha256').update(JSON.stringify(options)).digest('hex').slice(0, 16);
  const folder = join(BUNDLED_ONCE, name);
  // It comes last, so that a build that was interrupted is no build.
  const result = `${folder}.json`;
  if (!existsSync(result)) {
    const built = build({ ...options, outdir });
    cpSync(outdir, folder, { recursive: true });
    writeFileSync(result, JSON.stringify(built));
    return built;
  }
  cpSync(folder, outdir, { recursive: true });
  return JSON.parse(readFileSync(result, 'utf8'));
};
