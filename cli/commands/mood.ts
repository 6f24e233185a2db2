import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { explainText } from '../../core/sentiment/explain-text.ts';
import { createEmbeddedSentiment } from '../../core/sentiment/text.embedded.ts';
import type { DeclareCommand } from '../command.ts';
import type { Output } from '../output.ts';

interface MoodFlags {
  explain?: boolean;
}

/** Reads one text a line from standard input and prints what mood it shows, one JSON object a line. */
const mood = async ({ explain = false }: MoodFlags, { out }: Output): Promise<number> => {
  const sentiment = createEmbeddedSentiment();
  for await (const line of createInterface({ input: process.stdin })) {
    if (explain) {
      const { mood: said, value, language, likely, because, cues } = explainText(line);
      out(JSON.stringify({ mood: said, value, language, likely, because, cues }));
      continue;
    }
    const reading = await sentiment.read(line);
    out(JSON.stringify({ mood: reading.mood, value: reading.value, because: reading.because }));
  }
  return 0;
};

export const moodCommand: DeclareCommand = ({ output, run }) =>
  new Command('mood')
    .description('read one text a line from standard input, print the mood it shows')
    .option(
      '--explain',
      'name the language, how likely what is, and the words that tell, with their share: below 0 for unhappy',
    )
    .action(run((flags: MoodFlags) => mood(flags, output)));
