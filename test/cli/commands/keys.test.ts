import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../cli/program.ts';

const run = async (...words: string[]) => {
  const said: string[] = [];
  const status = await runProgram(words, { out: (line) => said.push(line), err: (line) => said.push(line) });
  return { status, said: said.join('\n') };
};

describe('tactful keys rotate', () => {
  it('asks a stage, and says so where none is named', async () => {
    expect(await run('keys', 'rotate')).toMatchObject({
      status: 1,
      said: expect.stringContaining('keys rotate asks a deployed stage'),
    });
  });

  it('says what it takes, and what it does not, without ending the process', async () => {
    expect(await run('keys', 'rotate', '--help')).toMatchObject({
      status: 0,
      said: expect.stringContaining('Usage: tactful keys rotate'),
    });
    const { status, said } = await run('keys', 'rotate', '--lost');
    expect(status).toBe(1);
    expect(said).toContain("unknown option '--lost'");
  });

  it('throws no key away that was not said to be thrown away for good', async () => {
    const { status, said } = await run('keys', 'rotate', '--stage', 'dev', '--leaked');
    expect(status).toBe(1);
    expect(said).toContain('say --leaked --yes');
  });
});
