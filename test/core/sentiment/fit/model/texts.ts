import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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
  /** Was put aside once, by a writer who had seen neither rules nor messages: what a likelihood means is taken from these. */
  wasHeldOut?: boolean;
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

/** Messages as they come in, by writers who knew nothing of the rules: what was held out before, and inboxes. */
const USUAL = /^en-(36|58|6[1-9]|7[0-57-9]|8\d)$/;
/** Of these, what was held out until it had been looked at. */
const HELD_OUT = /^en-(36|58|61|65|66)$/;
/** Short ones, whose mood nobody has to guess: whoever writes an inbox avoids them. */
const PLAIN = /^en-(76|8[4-7])$/;
/** The same in languages with a twentieth of the messages: as much as in English, and of the complaints fewer were noticed. */
const PLAIN_ELSEWHERE = /^((de|fr|es|nl)-(09|10)|it-1[45]|pt-0[89])$/;
const PLAIN_COUNTS = 1.5;
/** Pairs that differ in little but the mood, and topics that are none: they are many, and few write like that. */
const HARD = /^en-(3[7-9]|4\d|5[0-6]|59|60)$/;
const HARD_COUNTS = 0.5;
const USUAL_COUNTS = 3;

const weightOf = (name: string): number => {
  if (HARD.test(name)) return HARD_COUNTS;
  if (PLAIN_ELSEWHERE.test(name)) return PLAIN_COUNTS;
  return USUAL.test(name) || PLAIN.test(name) ? USUAL_COUNTS : 1;
};

/** Written for this project, for a language. */
export const ownTexts = (language: Language): Text[] =>
  globSync(join(FOLDER, `${language}-*.tsv`))
    .toSorted()
    .flatMap((file) => {
      const name = basename(file, '.tsv');
      return readMessages(file).map((message) => ({
        ...textOf(message),
        from: name,
        weight: weightOf(name),
        wasHeldOut: HELD_OUT.test(name),
      }));
    });

/** English messages that settings are chosen with, harder on purpose; never learned from. */
export const selection = (): Text[] => readMessages(join(import.meta.dirname, '../../selection.tsv')).map(textOf);

export const tuningTexts = (): Text[] =>
  tuning.map(({ label, text }) => ({
    mood: label,
    text,
    weight: 1,
    from: 'tuning',
    ...(label === 'negative' ? {} : { strong: false }),
  }));

const MOODS = { neg: 'negative', neu: 'neutral', pos: 'positive' } as const;
/** They are many, and few are like what customers write. Of comments each fourth is learned from: all would tell no more. */
const PUBLIC = [
  { file: 'moods/goemotions-train.jsonl', weight: 0.01, each: 4 },
  { file: 'moods/banking77-train.jsonl', weight: 0.4, each: 1 },
];
/** Each tenth public text is kept for measuring. */
export const KEPT = 10;

/** Public texts of a folder to learn from; of each file each tenth is kept. */
export const publicTexts = (folder: string): { texts: Text[]; lacking: string[] } => {
  const lacking = PUBLIC.filter(({ file }) => !existsSync(join(folder, file))).map(({ file }) => file);
  const read = PUBLIC.filter(({ file }) => !lacking.includes(file)).map(({ file, weight, each }) => ({
    each,
    all: readFileSync(join(folder, file), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): Text => {
        const { t, l } = JSON.parse(line) as { t: string; l: keyof typeof MOODS };
        return { mood: MOODS[l], text: t, weight, from: file };
      }),
  }));
  const isKept = (_text: Text, at: number): boolean => at % KEPT === 0;
  return {
    texts: read.flatMap(({ all, each }) =>
      all.filter((text, at) => !isKept(text, at)).filter((_, at) => at % each === 0),
    ),
    lacking,
  };
};
