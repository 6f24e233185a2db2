import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync, type Metafile } from 'esbuild';
import type { Catalogue } from '../language/catalogue/catalogue.ts';

export const FUNCTIONS = ['intake', 'deliver', 'advance', 'relay', 'effects', 'preferences', 'operate'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** Where the handler of each function is. */
export type Handlers = Record<FunctionName, string>;

export const HANDLERS = Object.fromEntries(
  FUNCTIONS.map((name) => [name, `functions/${name}/${name}.handler.ts`]),
) as Handlers;

export interface Bundles {
  /** A folder with `index.mjs` and `catalogue.json`. */
  folderOf: (name: FunctionName) => string;
  /** What went into the bundles. */
  metafile: Metafile;
}

// Packages in CommonJS call `require`, which an ES module does not have by itself.
const REQUIRE =
  "import { createRequire as tactfulCreateRequire } from 'node:module'; const require = tactfulCreateRequire(import.meta.url);";

/** Bundles every handler, the SDK in it and the catalogue beside it, into folders below `out`. */
export const bundle = (out: string, catalogue: Catalogue, handlers: Handlers = HANDLERS): Bundles => {
  const folderOf = (name: FunctionName) => join(out, name);
  const { metafile } = buildSync({
    entryPoints: FUNCTIONS.map((name) => ({ in: handlers[name], out: `${name}/index` })),
    outdir: out,
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
  });
  const json = JSON.stringify(catalogue);
  for (const name of FUNCTIONS) {
    mkdirSync(folderOf(name), { recursive: true });
    writeFileSync(join(folderOf(name), 'catalogue.json'), json);
  }
  return { folderOf, metafile };
};
