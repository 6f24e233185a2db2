import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle, FUNCTIONS } from '../../infra/bundle.ts';
import { Catalogue } from '../../language/catalogue/catalogue.ts';
import { scratch, workflows } from './support/synth.ts';

const { folderOf, metafile } = bundle(scratch(), workflows.catalogue);

const inputsOf = (name: string): string[] => {
  const output = Object.entries(metafile.outputs).find(([path]) => path.endsWith(`/${name}/index.mjs`));
  return Object.keys(output?.[1].inputs ?? {});
};

describe('bundles', () => {
  it.each(FUNCTIONS)('%s holds no YAML parser, no compiler, no simulator and no CDK', (name) => {
    const inputs = inputsOf(name);
    expect(inputs.length).toBeGreaterThan(1);
    expect(inputs.filter((path) => /node_modules\/(yaml|aws-cdk-lib|constructs|commander)\//.test(path))).toEqual([]);
    const ours = inputs.filter((path) => !path.includes('node_modules'));
    expect(ours.filter((path) => !/^(functions|language\/catalogue)\//.test(path))).toEqual([]);
  });

  it.each(FUNCTIONS)('%s carries its SDK: nothing but what Node has is looked for outside', (name) => {
    const [, output] = Object.entries(metafile.outputs).find(([path]) => path.endsWith(`/${name}/index.mjs`)) ?? [];
    const outside = (output?.imports ?? []).filter(({ external }) => external).map(({ path }) => path);
    expect(outside.filter((path) => path.startsWith('@') || path.includes('aws'))).toEqual([]);
  });

  it.each(FUNCTIONS)('%s has the catalogue beside it', (name) => {
    const json = JSON.parse(readFileSync(join(folderOf(name), 'catalogue.json'), 'utf8'));
    expect(Catalogue.parse(json).version).toBe(workflows.catalogue.version);
  });
});
