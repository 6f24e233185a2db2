import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEPT } from '../core/sentiment/fit/model/texts.ts';

/** A public text with the mood that its raters gave it. */
export interface Rated {
  text: string;
  label: 'negative' | 'neutral' | 'positive';
}

const linesOf = (folder: string | undefined, file: string): string[] | undefined => {
  const path = folder && join(folder, file);
  return path && existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : undefined;
};

/** Questions to a bank (Banking77), each tenth: no model learned from those. Undefined where the folder lacks them. */
export const bankingQuestions = (folder?: string): string[] | undefined =>
  linesOf(folder, 'moods/banking77-train.jsonl')
    ?.map((line): { t: string; l: string } => JSON.parse(line))
    .filter(({ l }, at) => at % KEPT === 0 && l === 'neu')
    .map(({ t }) => t);

/** Of VADER (Hutto and Gilbert 2014, MIT): means of the raters from -4 to 4, negative at -1 or below, positive at 1 or above. */
const CUT = 1;

/** The second half of a file of VADER's; the first was read while words and rules were written. */
export const ratedTexts = (folder: string | undefined, name: string): Rated[] | undefined => {
  const lines = linesOf(folder, `sentiment/${name}_GroundTruth.txt`);
  return lines?.slice(Math.ceil(lines.length / 2)).map((line): Rated => {
    const [, valence, ...text] = line.split('\t');
    const value = Number(valence);
    return { text: text.join('\t'), label: value <= -CUT ? 'negative' : value >= CUT ? 'positive' : 'neutral' };
  });
};

/** Tweets to airlines (Twitter US Airline Sentiment, CC BY-NC-SA 4.0) as a JSON object a line: `t` the text, `l` neg, neu or pos. */
export const airlineTweets = (folder?: string): Rated[] | undefined => {
  const labels = { neg: 'negative', neu: 'neutral', pos: 'positive' } as const;
  return linesOf(folder, 'sentiment/airline.jsonl')
    ?.map((line): { t: string; l: keyof typeof labels } => JSON.parse(line))
    .map(({ t, l }) => ({ text: t, label: labels[l] }));
};
