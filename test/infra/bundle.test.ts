import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle, FUNCTIONS } from '../../infra/bundle.ts';
import { Catalogue } from '../../language/catalogue/catalogue.ts';
import { sourcesOf } from '../support/bundle.ts';
import { scratch, workflows } from './support/synth.ts';

const { folderOf, metafileOf } = bundle(scratch(), workflows.catalogue);

describe('bundles', () => {
  it.each(FUNCTIONS)('%s holds no YAML parser, no compiler, no simulator and no CDK', (name) => {
    const sources = sourcesOf(metafileOf(name));
    expect(sources.length).toBeGreaterThan(1);
    expect(sources.filter((path) => /node_modules\/(yaml|aws-cdk-lib|constructs|commander)\//.test(path))).toEqual([]);
    const ours = sources.filter((path) => !path.includes('node_modules'));
    expect(ours.filter((path) => !/^(functions|core|language\/(catalogue|expressions))\//.test(path))).toEqual([]);
  });

  it.each(FUNCTIONS)('%s carries its SDK: nothing but what Node has is looked for outside', (name) => {
    const imports = Object.values(metafileOf(name).outputs).flatMap((output) => output.imports);
    const outside = imports.filter(({ external }) => external).map(({ path }) => path);
    expect(outside.filter((path) => path.startsWith('@') || path.includes('aws'))).toEqual([]);
  });

  it('built again elsewhere, a function has the same files, so that nothing is deployed for nothing', () => {
    const again = bundle(scratch(), workflows.catalogue);
    for (const name of FUNCTIONS) {
      const [first, second] = [folderOf(name), again.folderOf(name)];
      const files = readdirSync(first, { recursive: true, encoding: 'utf8' });
      expect(readdirSync(second, { recursive: true, encoding: 'utf8' })).toEqual(files);
      for (const file of files.filter((path) => path.includes('.'))) {
        expect(readFileSync(join(second, file)).equals(readFileSync(join(first, file)))).toBe(true);
      }
    }
  });

  it('are not made of a catalogue that is none: no function checks it again', () => {
    expect(() => bundle(scratch(), { ...workflows.catalogue, pace: 0 })).toThrow(/pace/);
  });

  it.each(FUNCTIONS)('%s has the catalogue beside it', (name) => {
    const json = JSON.parse(readFileSync(join(folderOf(name), 'catalogue.json'), 'utf8'));
    expect(Catalogue.parse(json).version).toBe(workflows.catalogue.version);
  });
});
