import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../cli/program.ts';

const tactful = async (...words: string[]) => {
  const lines = { out: [] as string[], err: [] as string[] };
  const output = { out: (line: string) => lines.out.push(line), err: (line: string) => lines.err.push(line) };
  const status = await runProgram(words, output);
  return { status, out: lines.out.join('\n'), err: lines.err.join('\n') };
};

describe('the program', () => {
  it.each([
    ['pause', 'renewal'],
    ['resume', 'renewal'],
    ['paused'],
    ['redrive'],
    ['redrive', 'rejects', '--discard'],
    ['doctor'],
  ])('%s without a stage says in one sentence which to give', async (...words) => {
    const { status, out, err } = await tactful(...words);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toBe(`${words[0]} asks a deployed stage, not the local world: say which one, such as --stage dev.`);
  });

  it.each(['why', 'export', 'erase'])('%s without a stage asks the local world', async (command) => {
    const yes = command === 'erase' ? ['--yes'] : [];
    const { status, err } = await tactful(command, 'ada', '--data', '/nowhere/at/all', ...yes);
    expect(status).toBe(1);
    expect(err).toMatch(/^There is no local data in \/nowhere\/at\/all\./);
  });

  it.each([
    ['why', 'ada', '--stage', 'dev', '--data', 'mine'],
    ['why', 'ada', '--stage', 'dev', '--events', 'events.ndjson'],
    ['why', 'ada', '--stage', 'dev', '--dir', 'mine'],
    ['export', 'ada', '--stage', 'dev', '--data', 'mine'],
  ])('%s does not take two places to ask', async (...words) => {
    const { status, err } = await tactful(...words);
    expect(status).toBe(1);
    expect(err).toContain('cannot be used with option');
  });

  it.each([
    ['redrive', ['--stage <name>', '--reason <code>', '--dry-run', '--discard', '--yes']],
    ['pause', ['<journey>', '--stage <name>']],
    ['why', ['--stage <name>', '--data <folder>', '--events <events.ndjson>', '--at <time>', '--json']],
  ])('help %s shows all that it takes', async (command, words) => {
    const { status, out } = await tactful('help', command);
    expect(status).toBe(0);
    expect(out).toContain(`Usage: tactful ${command}`);
    for (const word of words) expect(out).toContain(word);
  });

  it.each([
    ['check', 'worflows'],
    ['test', 'worflows'],
    ['compile', 'renewal', '--dir', 'worflows'],
    ['draw', 'renewal', '--dir', 'worflows'],
    ['play', '/dev/null', '--dir', 'worflows'],
    ['preview', 'welcome', '--dir', 'worflows'],
    ['preview', 'welcome', '--with', 'worflows'],
    ['start', '--dir', 'worflows', '--data', 'worflows/data'],
    ['why', 'ada', '--dir', 'worflows'],
    ['why', 'ada', '--events', 'worflows'],
    ['why', 'ada', '--data', 'worflows'],
    ['export', 'ada', '--data', 'worflows'],
    ['erase', 'ada', '--yes', '--data', 'worflows'],
    ['promises', '--data', 'worflows'],
    ['play', 'worflows'],
    ['push', 'worflows', '--stage', 'dev'],
    ['publish', 'worflows', '--stage', 'dev', '--note', 'why'],
  ])('%s %s: what is not there is named, and nothing is done', async (...words) => {
    const { status, out, err } = await tactful(...words);
    expect(status).toBe(1);
    expect(`${out}\n${err}`).toMatch(/worflows/);
    expect(existsSync('worflows')).toBe(false);
  });

  it('says what is wrong with a workflows folder, a line each, and ends with 1', async () => {
    const { status, err } = await tactful('draw', 'renewal', '--dir', 'docs');
    expect(status).toBe(1);
    expect(err).toMatch(/problems? in docs\.$/);
  });

  it('refuses a command that there is not, and suggests one', async () => {
    const { status, err } = await tactful('chek');
    expect(status).toBe(1);
    expect(err).toContain('Did you mean check?');
  });
});

/** Runs the real program in a process where nothing of AWS can be loaded. */
const withoutAws = (...words: string[]) => {
  const hook = `import { registerHooks } from 'node:module';
registerHooks({ resolve(name, context, next) {
  if (name.startsWith('@aws-sdk/')) throw new Error('AWS was loaded');
  return next(name, context);
} });`;
  const flags = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    `data:text/javascript,${encodeURIComponent(hook)}`,
  ];
  return promisify(execFile)(process.execPath, [...flags, 'cli/tactful.ts', ...words]);
};

it('loads nothing of AWS until a stage is asked', async () => {
  // Of so little, since all of it takes seconds and needs the same modules.
  const dir = mkdtempSync(join(tmpdir(), 'tactful-workflows-'));
  for (const file of ['policy.yaml', 'events.yaml']) cpSync(join('workflows', file), join(dir, file));
  expect((await withoutAws('check', dir)).stdout).toContain('No problems.');
  await expect(withoutAws('paused', '--stage', 'dev')).rejects.toThrow('AWS was loaded');
});
