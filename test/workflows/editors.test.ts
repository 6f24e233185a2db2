import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const SCHEMA: Record<string, string> = {
  'workflows/events.yaml': 'events',
  'workflows/policy.yaml': 'policy',
  'workflows/gestures.yaml': 'gestures',
  'workflows/journeys': 'journey',
  'workflows/scenarios': 'scenario',
  'workflows/pages': 'pages',
};

describe('the shipped files in an editor', () => {
  it('name the schema that completes and checks them, in their first line', () => {
    const files = globSync('workflows/**/*.yaml');
    expect(files.length).toBeGreaterThan(70);
    const named = files.map((file) => {
      const [first = ''] = readFileSync(file, 'utf8').split('\n', 1);
      const [, path = ''] = /^# yaml-language-server: \$schema=(\S+)$/.exec(first) ?? [];
      const schema = normalize(join(dirname(file), path));
      return { file, schema: existsSync(schema) && dirname(schema) === 'language/schemas' ? basename(schema) : first };
    });
    const expected = files.map((file) => ({ file, schema: `${SCHEMA[file] ?? SCHEMA[dirname(file)]}.json` }));
    expect(named).toEqual(expected);
  });
});
