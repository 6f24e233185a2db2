import { describe, expect, it } from 'vitest';
import { moodCommand } from '../../../cli/commands/mood.ts';

const moodOf = async (...args: string[]): Promise<Record<string, unknown>[]> => {
  const lines: string[] = [];
  const output = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line) };
  const run: Parameters<typeof moodCommand>[0]['run'] =
    (action) =>
    async (...parameters) => {
      await action(...parameters);
    };
  await moodCommand({ output, run }).parseAsync(args, { from: 'user' });
  return lines.map((line) => JSON.parse(line));
};

describe('tactful mood', () => {
  it('reads a text that is given, whole, also one of several lines', async () => {
    expect(await moodOf('I am furious.\nNobody called me back.')).toMatchObject([{ mood: 'negative' }]);
  });

  it('explains it by its words', async () => {
    const [read] = await moodOf('--explain', 'Terrible service, I am very disappointed.');
    expect(read).toMatchObject({ mood: 'negative', language: 'en', cues: expect.any(Array) });
  });
});
