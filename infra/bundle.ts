import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

export const HANDLERS = {
  ...Object.fromEntries(FUNCTIONS.map((name) => [name, `functions/${name}/${name}.handler.ts`])),
  publish: 'functions/api/publish/publish.handler.ts',
} as Handlers;

export interface Bundles {
  /** A folder with `index.mjs` and what it loads only sometimes; of `publish` also the workflows that it is to publish. */
  folderOf: (name: FunctionName) => string;
  /** Hashes: of the workflows that are brought along, and of what publishes them. */
  workflows: string;
  publisher: string;
}

export interface Built extends Bundles {
  /** What went into the files of a function. */
  metafileOf: (name: FunctionName) => Metafile;
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

/** Bundles one handler with the SDK in it into a folder; what went into its files. */
export const bundleFunction = (handler: string, folder: string): Metafile => {
  // Files are named by what is in them: those of an earlier build would stay.
  rmSync(folder, { recursive: true, force: true });
  const { metafile } = buildSync({
    ...OPTIONS,
    absWorkingDir: ROOT,
    entryPoints: [{ in: handler, out: 'index' }],
    outdir: resolve(folder),
    // What is imported dynamically is read only when it is: it is most of the SDK's ways to credentials.
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
  });
  return metafile;
};

/** Bundles every handler into folders below `out`, and with `publish` what it is to publish. */
export const bundle = (out: string, repository: Repository, handlers: Handlers = HANDLERS): Built => {
  const folderOf = (name: FunctionName) => join(out, name);
  const metafiles = new Map(FUNCTIONS.map((name) => [name, bundleFunction(handlers[name], folderOf(name))]));
  return { folderOf, metafileOf: (name) => metafiles.get(name) as Metafile, ...bring(folderOf('publish'), repository) };
};

/** Stands in for the bundles of a stack that nobody deploys now, as when stacks are listed or destroyed. */
export const withoutBundles = (out: string, repository: Repository): Bundles => {
  const folderOf = (name: FunctionName) => join(out, name === 'publish' ? 'publish-not-bundled' : 'not-bundled');
  for (const folder of [folderOf('publish'), folderOf('api')]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.mjs'), '// Not bundled: CDK was asked for other stacks than this.\n');
  }
  return { folderOf, ...bring(folderOf('publish'), repository) };
};

/** Puts the workflows beside what publishes them. */
const bring = (publish: string, repository: Repository): Pick<Bundles, 'workflows' | 'publisher'> => {
  const json = JSON.stringify(repository);
  writeFileSync(join(publish, 'workflows.json'), json);
  // What it loads is named by what is in it, so that the first file stands for all.
  return { workflows: hashOf(json), publisher: hashOf(readFileSync(join(publish, 'index.mjs'))) };
};
