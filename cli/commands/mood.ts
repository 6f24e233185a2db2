import { createInterface } from 'node:readline';
import { createEmbeddedSentiment } from '../../core/sentiment/text.embedded.ts';
import type { Io } from './io.ts';

/** Reads one text a line from standard input and prints what mood it shows, one JSON object a line. */
export const mood = async ({ out }: Io): Promise<number> => {
  const sentiment = createEmbeddedSentiment();
  for await (const line of createInterface({ input: process.stdin })) {
    const { mood: found, value, because } = await sentiment.read(line);
    out(JSON.stringify({ mood: found, value, because }));
  }
  return 0;
};
