import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const HANDLERS = ['intake', 'deliver', 'advance', 'relay', 'effects', 'preferences', 'operate'];

let dir: string;
let metafile: Metafile;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'tactful-bundles-'));
  const built = await build({
    entryPoints: HANDLERS.map((name) => ({ in: `functions/${name}/${name}.handler.ts`, out: name })),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    minify: true,
    metafile: true,
    outdir: dir,
    outExtension: { '.js': '.mjs' },
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);" },
  });
  metafile = built.metafile;
  writeFileSync(join(dir, 'catalogue.json'), '{}');
});
afterAll(() => rmSync(dir, { recursive: true }));

describe.each(HANDLERS)('the bundle of %s', (name) => {
  const inputs = () => {
    const [, output] = Object.entries(metafile.outputs).find(([file]) => file.endsWith(`${name}.mjs`)) ?? [];
    return Object.keys(output?.inputs ?? {});
  };

  it('holds the catalogue and no reader, compiler or simulator', () => {
    expect(
      inputs().filter((file) =>
        /(^|\/)(language\/(read|compile)|simulator|node_modules\/(yaml|aws-cdk-lib))\//.test(file),
      ),
    ).toEqual([]);
  });

  it('says at its start which variables are missing', async () => {
    await expect(import(pathToFileURL(join(dir, `${name}.mjs`)).href)).rejects.toThrow(
      /STAGE is missing; .*deploy it again/,
    );
  });
});

it('relay and effects need no reducer, and so no JSONata', () => {
  for (const name of ['relay', 'effects', 'preferences']) {
    const [, output] = Object.entries(metafile.outputs).find(([file]) => file.endsWith(`${name}.mjs`)) ?? [];
    expect(Object.keys(output?.inputs ?? {}).filter((file) => file.includes('node_modules/jsonata'))).toEqual([]);
  }
});
