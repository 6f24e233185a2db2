import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { createEmbeddedSentiment } from '../../core/sentiment/text.embedded.ts';
import type { DeclareCommand } from '../command.ts';
import type { Output } from '../output.ts';

/** Reads one text a line from standard input and prints what mood it shows, one JSON object a line. */
const mood = async ({ out }: Output): Promise<number> => {
  const sentiment = createEmbeddedSentiment();
  for await (const line of createInterface({ input: process.stdin })) {
    const reading = await sentiment.read(line);
    out(JSON.stringify({ mood: reading.mood, value: reading.value, because: reading.because }));
  }
  return 0;
};

export const moodCommand: DeclareCommand = ({ output, run }) =>
  new Command('mood')
    .description('read one text a line from standard input, print the mood it shows')
    .action(run(() => mood(output)));
