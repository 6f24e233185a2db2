import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../language/read/read.ts';
import type { Problem } from '../../../language/read/yaml/problem.ts';
import { readYaml } from '../../../language/read/yaml/source.ts';

const SHIPPED = globSync('**/*.{yaml,md}', { cwd: 'workflows' }).map((path) => ({
  path,
  text: readFileSync(`workflows/${path}`, 'utf8'),
}));

const edit = (path: string, from: string, to: string) =>
  SHIPPED.map((file) => (file.path === path ? { path, text: file.text.replace(from, to) } : file));

describe('a file that is read again', () => {
  it('says what it says now', () => {
    const says = (text: string) => readYaml({ path: 'a.yaml', text }, []).value;
    expect(says('a: 1')).toEqual({ a: 1 });
    expect(says('a: 2')).toEqual({ a: 2 });
    expect(says('a: 1')).toEqual({ a: 1 });
  });

  it('is as it was written, whatever became of its value', () => {
    const read = () => readYaml({ path: 'a.yaml', text: 'a: { b: 1 }' }, []).value as { a: { b: number } };
    read().a.b = 2;
    expect(read()).toEqual({ a: { b: 1 } });
  });

  it('has what is wrong with it reported each time, by its own name and place', () => {
    const problemsOf = (path: string) => {
      const problems: Problem[] = [];
      readYaml({ path, text: 'a: 1\na: 2\n' }, problems).report(['a'], 'of the value');
      return problems.map(({ file, line, message }) => `${file}:${line} ${message}`);
    };
    const lines = ['1 of the value', '2 this key is there twice: keep one of them'];
    for (const path of ['a.yaml', 'a.yaml', 'b.yaml'])
      expect(problemsOf(path).toSorted()).toEqual(lines.map((line) => `${path}:${line}`));
  });
});

describe('a folder that is read again', () => {
  it('is the same where nothing was edited, and where an edit was taken back', () => {
    const first = readFiles(SHIPPED);
    expect(first.problems).toEqual([]);
    expect(readFiles(SHIPPED)).toEqual(first);
    const broken = readFiles(edit('journeys/onboarding.yaml', 'event.plan = "team"', 'event.plam = "team"'));
    expect(broken.problems.map(({ file }) => file)).toEqual(['journeys/onboarding.yaml']);
    expect(readFiles(SHIPPED)).toEqual(first);
  });

  it('looks for the words that are listed now', () => {
    const promising = edit('moments/welcome.md', '\n---\n', '\n---\n\nYou hear from us.\n');
    const listing = (entry: string) =>
      promising.map(({ path, text }) => ({ path, text: text.replace('"you hear from us"', `"${entry}"`) }));
    const isRefusedFor = (entry: string) =>
      readFiles(listing(entry)).problems.some(({ file }) => file === 'moments/welcome.md');
    expect(isRefusedFor('you hear from us')).toBe(true);
    expect(isRefusedFor('you hear from them')).toBe(false);
    expect(isRefusedFor('you hear*')).toBe(true);
  });
});
