import { existsSync, readFileSync } from 'node:fs';
import type { Language } from '../../../language/catalogue/languages.ts';

/** A message by a writer who had seen neither rules nor the messages that were learned from. */
export interface HeldOut {
  label: 'negative' | 'neutral' | 'positive';
  strong: boolean;
  kind: string;
  text: string;
}

const fileOf = (name: string): URL => new URL(`held-out/${name}.tsv`, import.meta.url);

/**
 * Messages of `held-out/`: label, kind, text. Only figures were looked at, by `npm run bench`, when all was done; how often, docs/sentiment.md
 * says. Do not mend for the ones that go wrong. Ones that were read are held out no longer: learn from them, and have new ones written.
 */
export const readHeldOut = (language: Language): HeldOut[] => {
  const file = fileOf(language);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [label = '', kind = '', ...rest] = line.split('\t');
      const mood = label.endsWith('negative') ? 'negative' : label === 'positive' ? 'positive' : 'neutral';
      const text = (rest.at(-1) ?? '').replaceAll('\\n', '\n');
      return { label: mood, strong: label === 'strong-negative', kind, text };
    });
};

/** Those who ask and are neither unhappy nor happy, by the kinds of `held-out/en.tsv`. */
export const plainRequests = (texts: HeldOut[]): HeldOut[] =>
  texts.filter(({ label, kind }) => label === 'neutral' && /request|question|plain/.test(kind));

/** Praise of any length, by the kinds of `held-out/en.tsv`. */
export const praiseIn = (texts: HeldOut[]): HeldOut[] =>
  texts.filter(({ label, kind }) => label === 'positive' && /praise/.test(kind));

/** Of those that are read as negative first, the share that is, when so many of all that are have been found. */
export const precisionAt = (recall: number, read: { negative: number; label: string }[]): number => {
  const all = read.filter(({ label }) => label === 'negative').length;
  let right = 0;
  for (const [at, { label }] of read.toSorted((one, two) => two.negative - one.negative).entries()) {
    right += Number(label === 'negative');
    if (right >= all * recall) return right / (at + 1);
  }
  return 0;
};
