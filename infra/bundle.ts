import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';
import type { Repository } from './workflows.ts';

export const FUNCTIONS = [
  'intake',
  'deliver',
  'advance',
  'relay',
  'broadcast',
  'capacity',
  'desk',
  'census',
  'effects',
  'preferences',
  'inbox',
  'inbound',
  'operate',
  'publish',
  'api',
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** Where the handler of each function is, as seen from the folder of the product. */
export type Handlers = Record<FunctionName, string>;

const HANDLERS = {
  ...Object.fromEntries(FUNCTIONS.map((name) => [name, `functions/${name}/${name}.handler.ts`])),
  publish: 'functions/api/publish/publish.handler.ts',
} as Handlers;

export interface Bundles {
  /** A folder with `index.mjs` and what it loads only sometimes; of `publish` also the workflows that it is to publish. */
  folderOf: (name: FunctionName) => string;
  /** What went into the files of a function. */
  metafileOf: (name: FunctionName) => Metafile;
  /** Hashes: of the workflows that are brought along, and of what publishes them. */
  workflows: string;
  publisher: string;
}

const hashOf = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** The product, wherever the program that embeds it runs. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));

// Packages in CommonJS call `require`, which an ES module does not have by itself.
const REQUIRE =
  "import { createRequire as tactfulCreateRequire } from 'node:module'; const require = tactfulCreateRequire(import.meta.url);";

export const OPTIONS = {
  outExtension: { '.js': '.mjs' },
  bundle: true,
  minify: true,
  // Errors keep their names, which machines and logs read.
  keepNames: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  banner: { js: REQUIRE },
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** Bundles every handler with the SDK in it into folders below `out`, and with `publish` what it is to publish. */
export const bundle = (out: string, repository: Repository, handlers: Handlers = HANDLERS): Bundles => {
  const folderOf = (name: FunctionName) => join(out, name);
  const metafiles = new Map<FunctionName, Metafile>();
  for (const name of FUNCTIONS) {
    // Files are named by what is in them: those of an earlier build would stay.
    rmSync(folderOf(name), { recursive: true, force: true });
    const { metafile } = buildSync({
      ...OPTIONS,
      absWorkingDir: ROOT,
      entryPoints: [{ in: handlers[name], out: 'index' }],
      outdir: resolve(folderOf(name)),
      // What is imported dynamically is read only when it is: it is most of the SDK's ways to credentials.
      splitting: true,
      chunkNames: 'parts/[name]-[hash]',
    });
    metafiles.set(name, metafile);
  }
  const publish = folderOf('publish');
  // What it loads is named by what is in it, so that the first file stands for all.
  const publisher = hashOf(readFileSync(join(publish, 'index.mjs')));
  const json = JSON.stringify(repository);
  writeFileSync(join(publish, 'workflows.json'), json);
  return { folderOf, metafileOf: (name) => metafiles.get(name) as Metafile, workflows: hashOf(json), publisher };
};
