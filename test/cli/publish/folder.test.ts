import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { baseOf, writeBase } from '../../../cli/publish/published-file.ts';
import { take } from '../../../cli/publish/take.ts';
import { compileWorkflows } from '../../../infra/workflows.ts';
import { readTexts } from '../../../language/read/folder.ts';
import { filesWith, withSubject } from '../../functions/api/publish/support.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tactful-pull-'));
});
afterEach(() => rm(dir, { recursive: true }));

describe('a pulled folder', () => {
  it('is what was published: what differs is written, what is gone goes, and what nothing reads stays', async () => {
    take(dir, filesWith({ 'moments/old.md': 'Old' }));
    await writeFile(join(dir, 'README.md'), 'Ours');
    expect(take(dir, withSubject('Pulled'))).toEqual(['changed  moments/tip.md', 'gone  moments/old.md']);
    const byPath = (one: { path: string }, other: { path: string }) => (one.path < other.path ? -1 : 1);
    expect(readTexts(dir)).toEqual(withSubject('Pulled').toSorted(byPath));
    expect(await readFile(join(dir, 'README.md'), 'utf8')).toBe('Ours');
    expect(take(dir, withSubject('Pulled'))).toEqual([]);
  });

  it('is written nowhere else, whatever a stage answers', () => {
    const outside = [...filesWith(), { path: '../outside.yaml', text: '' }];
    expect(() => take(dir, outside)).toThrow(/"..\/outside.yaml" is no file of workflows/);
    expect(readTexts(dir)).toEqual([]);
  });

  it('says for each stage which version it descends from, and a deploy of that stage reads it', () => {
    take(dir, filesWith());
    writeBase(dir, 'live', 12);
    writeBase(dir, 'dev', 3);
    writeBase(dir, 'live', 13);
    expect([baseOf(dir, 'live'), baseOf(dir, 'dev'), baseOf(dir, 'test')]).toEqual([13, 3, undefined]);
    expect(compileWorkflows(dir, {}, 'live').repository.base).toBe(13);
    expect(compileWorkflows(dir, {}, 'test').repository.base).toBeUndefined();
  });

  it('with a note that nobody can read says what to do, to a command and to a deploy', async () => {
    take(dir, filesWith());
    await writeFile(join(dir, '.published.json'), '<<<<<<< ours');
    expect(() => baseOf(dir, 'live')).toThrow(/is not as tactful pull writes it. Take it from the repository again/);
    expect(() => compileWorkflows(dir, {}, 'live')).toThrow(/is not as tactful pull writes it/);
  });
});
