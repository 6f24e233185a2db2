import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle, FUNCTIONS } from '../../infra/bundle.ts';
import { sourcesOf } from '../support/bundle.ts';
import { PLACEHOLDERS, scratch, workflows } from './support/synth.ts';

const { folderOf, metafileOf } = bundle(scratch(), workflows.repository);

/** Those that carry journeys: what publishes them, and what answers who writes them, read and compile. */
const CARRYING = FUNCTIONS.filter((name) => name !== 'publish' && name !== 'api');

describe('bundles', () => {
  it.each(CARRYING)('%s holds no YAML parser, no compiler, no simulator and no CDK', (name) => {
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
    const again = bundle(scratch(), workflows.repository);
    for (const name of FUNCTIONS) {
      const [first, second] = [folderOf(name), again.folderOf(name)];
      const files = readdirSync(first, { recursive: true, encoding: 'utf8' });
      expect(readdirSync(second, { recursive: true, encoding: 'utf8' })).toEqual(files);
      for (const file of files.filter((path) => path.includes('.'))) {
        expect(readFileSync(join(second, file)).equals(readFileSync(join(first, file)))).toBe(true);
      }
    }
    // All of them anew, which on a busy machine takes its time.
  }, 120_000);

  it('publish has the workflows beside it that it is to publish, as written, and no other function any', () => {
    const holding = FUNCTIONS.filter((name) => readdirSync(folderOf(name)).includes('workflows.json'));
    expect(holding).toEqual(['publish']);
    const { files } = JSON.parse(readFileSync(join(folderOf('publish'), 'workflows.json'), 'utf8'));
    const [policy] = files.filter(({ path }: { path: string }) => path === 'policy.yaml');
    expect(policy.text).toBe(readFileSync('workflows/policy.yaml', 'utf8'));
  });

  it('an edit of copy changes what is brought, and not what publishes it', () => {
    const [first, ...others] = workflows.repository.files;
    const edit = { files: [{ path: first?.path ?? '', text: `${first?.text}\n` }, ...others] };
    const [same, edited] = [workflows.repository, edit].map((each) => bundle(scratch(), each, PLACEHOLDERS));
    expect(edited?.workflows).not.toBe(same?.workflows);
    expect(edited?.publisher).toBe(same?.publisher);
  });
});
