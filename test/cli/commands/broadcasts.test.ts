import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../cli/program.ts';

const run = async (...words: string[]) => {
  const said: string[] = [];
  const status = await runProgram(words, { out: (line) => said.push(line), err: (line) => said.push(line) });
  return { status, said: said.join('\n') };
};

describe('tactful broadcasts', () => {
  it('asks a stage, and says so where none is named', async () => {
    const { status, said } = await run('broadcasts');
    expect(status).toBe(1);
    expect(said).toContain('broadcasts asks a deployed stage');
  });

  it('does not stop what is to go on', async () => {
    const { status, said } = await run('broadcasts', '--stop', 'a', '--resume', 'a', '--stage', 'dev');
    expect(status).toBe(1);
    expect(said).toContain('not both');
  });
});
