import { createInterface } from 'node:readline/promises';
import { UsageError } from '../usage-error.ts';

/** Asks the person at the terminal; without one they must have said so beforehand. Throws UsageError. */
export const confirm = async (question: string, yes = false): Promise<void> => {
  if (yes) return;
  if (!process.stdin.isTTY) throw new UsageError('There is no terminal to ask at. Say --yes, and it is done at once.');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} Type yes: `);
  terminal.close();
  if (answer.trim().toLowerCase() !== 'yes') throw new UsageError('Nothing was done.');
};
