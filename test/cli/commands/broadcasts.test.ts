import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../cli/program.ts';

const run = async (...words: string[]) => {
  const printed: string[] = [];
  const status = await runProgram(words, { out: (line) => printed.push(line), err: (line) => printed.push(line) });
  return { status, printed: printed.join('\n') };
};

describe('tactful broadcasts', () => {
  it('asks a stage, and says so where none is named', async () => {
    const { status, printed } = await run('broadcasts');
    expect(status).toBe(1);
    expect(printed).toContain('broadcasts asks a deployed stage');
  });

  it('does not stop what is to go on', async () => {
    const { status, printed } = await run('broadcasts', '--stop', 'a', '--resume', 'a', '--stage', 'dev');
    expect(status).toBe(1);
    expect(printed).toContain('not both');
  });
});
