import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../../../language/catalogue/languages.ts';
import { tuning } from '../../support-messages.ts';

/** A message as a customer writes it, with the mood that its writer meant. */
export interface Message {
  label: 'strong-negative' | 'mild-negative' | 'neutral' | 'positive';
  kind: string;
  text: string;
}

/** A text to learn from. Of some it is known only whether they are negative, not how much. */
export interface Text {
  mood: 'negative' | 'neutral' | 'positive';
  strong?: boolean;
  kind?: string;
  text: string;
  /** How much it counts. */
  weight: number;
  from: string;
}

const FOLDER = join(import.meta.dirname, '../texts');
const LABELS = new Set(['strong-negative', 'mild-negative', 'neutral', 'positive']);

/** Messages of a file: label, tab, kind, tab, text with `\n` for a new line. */
export const readMessages = (file: string): Message[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, at) => {
      const [label = '', kind = '', ...text] = line.split('\t');
      if (!LABELS.has(label) || text.length !== 1)
        throw new Error(`${file}:${at + 1} has no label, kind and text, separated by tabs`);
      return { label: label as Message['label'], kind, text: text[0]!.replaceAll('\\n', '\n') };
    });

const textOf = ({ label, kind, text }: Message): Text => ({
  mood: label === 'neutral' || label === 'positive' ? label : 'negative',
  strong: label === 'strong-negative',
  kind,
  text,
  weight: 1,
  from: 'written',
});

/** Written for this project, for a language. */
export const written = (language: Language): Text[] =>
  globSync(join(FOLDER, `${language}-*.tsv`))
    .toSorted()
    .flatMap(readMessages)
    .map(textOf);

/** English messages that settings are chosen with, harder on purpose; never learned from. */
export const selection = (): Text[] => readMessages(join(import.meta.dirname, '../../selection.tsv')).map(textOf);

export const tuned = (): Text[] =>
  tuning.map(({ label, text }) => ({
    mood: label,
    text,
    weight: 1,
    from: 'tuning',
    ...(label === 'negative' ? {} : { strong: false }),
  }));

const MOODS = { neg: 'negative', neu: 'neutral', pos: 'positive' } as const;
/** They are many, and few are like what customers write. */
const PUBLIC = [
  { file: 'moods/goemotions-train.jsonl', weight: 0.03 },
  { file: 'moods/banking77-train.jsonl', weight: 0.05 },
];
/** Each tenth public text is kept for measuring. */
export const KEPT = 10;

export const publicTexts = (folder: string): { texts: Text[]; lacking: string[] } => {
  const lacking = PUBLIC.filter(({ file }) => !existsSync(join(folder, file))).map(({ file }) => file);
  const texts = PUBLIC.filter(({ file }) => !lacking.includes(file)).flatMap(({ file, weight }) =>
    readFileSync(join(folder, file), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): Text => {
        const { t, l } = JSON.parse(line) as { t: string; l: keyof typeof MOODS };
        return { mood: MOODS[l], text: t, weight, from: file };
      }),
  );
  return { texts, lacking };
};
