import * as z from 'zod';
import type { Scale } from './kind.ts';
import { languageOf } from './locale.ts';

/** The lowest and the highest answer of each scale. Higher is better. */
export const RANGES: Record<Scale, { from: number; to: number }> = {
  nps: { from: 0, to: 10 },
  csat: { from: 1, to: 5 },
  ces: { from: 1, to: 5 },
  trust: { from: 1, to: 5 },
};

/** What the copy of one language says of a question that is answered in one tap; ours where it says nothing. */
export const Question = z.strictObject({
  question: z.string().optional(),
  /** What the lowest and the highest answer mean. */
  ends: z.tuple([z.string(), z.string()]).optional(),
  /** The answers, where they are words. */
  words: z.array(z.string()).optional(),
});
export type Question = z.infer<typeof Question>;

/** Languages in which our own pages speak. */
export const SPOKEN = ['en', 'de'] as const;
export type Spoken = (typeof SPOKEN)[number];

/** The one of a language tag that we speak; undefined of any other. */
export const spokenIn = (locale: string): Spoken | undefined =>
  SPOKEN.find((language) => language === languageOf(locale));

/** What is asked on each scale where a moment does not say it. */
export const QUESTIONS: Record<Spoken, Record<Scale, { question: string; ends: [string, string] }>> = {
  en: {
    nps: { question: 'Would you recommend us?', ends: ['certainly not', 'certainly'] },
    csat: { question: 'Are you satisfied?', ends: ['not at all', 'completely'] },
    ces: { question: 'How easy was it?', ends: ['hard', 'easy'] },
    trust: { question: 'Do you believe that we act in your best interest?', ends: ['no', 'yes'] },
  },
  de: {
    nps: { question: 'Würden Sie uns empfehlen?', ends: ['sicher nicht', 'ganz sicher'] },
    csat: { question: 'Sind Sie zufrieden?', ends: ['gar nicht', 'vollkommen'] },
    ces: { question: 'Wie leicht war es?', ends: ['schwer', 'leicht'] },
    trust: { question: 'Glauben Sie, dass wir in Ihrem Interesse handeln?', ends: ['nein', 'ja'] },
  },
};

/** What a moment that offers gestures asks where it does not say it. */
export const WOULD_HELP: Record<Spoken, string> = { en: 'What would help?', de: 'Was würde Ihnen helfen?' };
