import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { explainText } from '../../core/sentiment/explain-text.ts';
import { createEmbeddedSentiment } from '../../core/sentiment/text.embedded.ts';
import type { DeclareCommand } from '../command.ts';
import type { Output } from '../output.ts';

interface MoodFlags {
  explain?: boolean;
}

/** Reads a text that is given, or one a line from standard input, and prints what mood it shows, one JSON object for each. */
const mood = async (text: string | undefined, { explain = false }: MoodFlags, { out }: Output): Promise<number> => {
  const sentiment = createEmbeddedSentiment();
  const lines = text === undefined ? createInterface({ input: process.stdin }) : [text];
  for await (const line of lines) {
    if (explain) {
      const { mood: label, value, language, likely, because, cues } = explainText(line);
      out(JSON.stringify({ mood: label, value, language, likely, because, cues }));
      continue;
    }
    const reading = await sentiment.read(line);
    out(JSON.stringify({ mood: reading.mood, value: reading.value, because: reading.because }));
  }
  return 0;
};

export const moodCommand: DeclareCommand = ({ output, run }) =>
  new Command('mood')
    .description('print the mood that a text shows: the one given, or each line of standard input')
    .argument('[text]', 'in quotes; without it one a line is read from standard input')
    .option(
      '--explain',
      'name the language, how likely what is, and the words that tell, with their share: below 0 for unhappy',
    )
    .action(run((text: string | undefined, flags: MoodFlags) => mood(text, flags, output)));
