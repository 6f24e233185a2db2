import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { snippetsOf } from '../support/snippets.ts';

it('the first line of each copied file leads to its schema, once the command of docs/upgrade.md was run', () => {
  const root = mkdtempSync(join(tmpdir(), 'tactful-upgrade-'));
  mkdirSync(join(root, 'tactful/language'), { recursive: true });
  cpSync('language/schemas', join(root, 'tactful/language/schemas'), { recursive: true });
  cpSync('workflows', join(root, 'workflows'), { recursive: true });
  const command = snippetsOf(readFileSync('docs/upgrade.md', 'utf8')).find(({ text }) =>
    text.startsWith('find workflows'),
  );
  execFileSync('sh', ['-c', command?.text ?? 'false'], { cwd: root });
  const files = globSync('workflows/**/*.yaml', { cwd: root });
  const named = files.map((file) => {
    const [, schema] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(join(root, file), 'utf8')) ?? [];
    return { file, schema };
  });
  expect(named.length).toBeGreaterThan(100);
  const leadsNowhere = named.filter(({ file, schema }) => !schema || !existsSync(join(root, dirname(file), schema)));
  expect(leadsNowhere).toEqual([]);
});
