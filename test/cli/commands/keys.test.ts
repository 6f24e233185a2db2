import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../cli/program.ts';

const run = async (...words: string[]) => {
  const printed: string[] = [];
  const status = await runProgram(words, { out: (line) => printed.push(line), err: (line) => printed.push(line) });
  return { status, printed: printed.join('\n') };
};

describe('tactful keys rotate', () => {
  it('asks a stage, and says so where none is named', async () => {
    expect(await run('keys', 'rotate')).toMatchObject({
      status: 1,
      printed: expect.stringContaining('keys rotate asks a deployed stage'),
    });
  });

  it('says what it takes, and what it does not, without ending the process', async () => {
    expect(await run('keys', 'rotate', '--help')).toMatchObject({
      status: 0,
      printed: expect.stringContaining('Usage: tactful keys rotate'),
    });
    const { status, printed } = await run('keys', 'rotate', '--lost');
    expect(status).toBe(1);
    expect(printed).toContain("unknown option '--lost'");
  });

  it('throws no key away that was not said to be thrown away for good', async () => {
    const { status, printed } = await run('keys', 'rotate', '--stage', 'dev', '--leaked');
    expect(status).toBe(1);
    expect(printed).toContain('say --leaked --yes');
  });
});
