import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addToy, append, copyTree, runTactful, scratchFolder, typeCheck, writeDocs } from './scratch.ts';
import { TOYS } from './toys/all.ts';
import { WORKFLOW } from './toys/workflow.ts';

describe('a copy of the tree with a toy of each kind', () => {
  const folder = scratchFolder();
  const { path } = folder;
  afterAll(folder[Symbol.dispose]);

  beforeAll(() => {
    copyTree(path);
    // Those of the toys are enough.
    rmSync(join(path, 'workflows/scenarios'), { recursive: true });
    for (const toy of TOYS) addToy(path, toy);
    append(path, WORKFLOW);
  });

  it('compiles', { timeout: 120_000 }, () => {
    const tests = TOYS.flatMap(({ changes }) => Object.keys(changes)).filter((file) => file.endsWith('.test.ts'));
    const product = ['language', 'core', 'functions', 'simulator', 'cli', 'infra'];
    expect(typeCheck(path, [...product, ...tests])).toEqual({ ok: true, output: '' });
  });

  it('has nothing for check to say, and does in the scenarios what the toys are for', () => {
    const { ok, output } = runTactful(path, 'check', 'test');
    expect(output).toMatch(/ No problems\.$/m);
    expect(output).toContain('2 scenarios passed, 0 failed.');
    expect(ok).toBe(true);
  });

  it('gets its schemas and tables from npm run docs', () => {
    expect(writeDocs(path)).toEqual({ ok: true, output: '' });
  });
});
