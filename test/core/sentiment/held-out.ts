import { existsSync, readFileSync } from 'node:fs';
import type { Language } from '../../../language/catalogue/languages.ts';

/** A message by a writer who had seen neither rules nor the messages that were learned from. */
export interface HeldOut {
  label: 'negative' | 'neutral' | 'positive';
  strong: boolean;
  kind: string;
  text: string;
}

const contentOf = (name: string): string | undefined => {
  const file = new URL(`held-out/${name}`, import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : undefined;
};

const MOODS = { unhappy: 'negative', neither: 'neutral', happy: 'positive' } as const;

/** As the writer of English ones gave them: a JSON object a line. */
const fromJson = (line: string): HeldOut => {
  const message: { text: string; mood: keyof typeof MOODS; kind: string; very: boolean } = JSON.parse(line);
  return {
    label: MOODS[message.mood],
    strong: message.mood === 'unhappy' && message.very,
    kind: message.kind,
    text: message.text,
  };
};

/** Label, kind, text, with tabs between. */
const fromTabs = (line: string): HeldOut => {
  const [label = '', kind = '', ...rest] = line.split('\t');
  const mood = label.endsWith('negative') ? 'negative' : label === 'positive' ? 'positive' : 'neutral';
  const text = (rest.at(-1) ?? '').replaceAll('\\n', '\n');
  return { label: mood, strong: label === 'strong-negative', kind, text };
};

/**
 * Messages of `held-out/`. Only figures were looked at, by `npm run bench`, when all was done; how often, docs/sentiment.md
 * says. Do not mend for the ones that go wrong. Ones that were read are held out no longer: learn from them, and have new ones written.
 */
export const readHeldOut = (language: Language): HeldOut[] => [
  ...(contentOf(`${language}.jsonl`)?.split('\n').map(fromJson) ?? []),
  ...(contentOf(`${language}.tsv`)?.split('\n').map(fromTabs) ?? []),
];

const ofKind =
  (kindName: string) =>
  (texts: HeldOut[]): HeldOut[] =>
    texts.filter(({ kind }) => kind === kindName);

/** What comes to a help desk: complaints of every tone, reports, questions, answers to surveys, thanks. */
export const supportMessages = ofKind('support');

/** By nobody unhappy or happy. */
export const plainRequests = ofKind('request');

/** Of any length. */
export const praiseIn = ofKind('praise');

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

/** Plain news and plain complaints, short, as people write them when they answer: put aside in the same way. */
export const readPlain = (language: Language): HeldOut[] =>
  contentOf(`plain-${language}.tsv`)?.split('\n').map(fromTabs) ?? [];
