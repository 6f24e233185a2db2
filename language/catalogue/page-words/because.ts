import type { Reason } from '../reason.ts';
import { REASONS } from '../reasons.ts';
import type { ShippedLanguage, ShippedText } from './shipped-text.ts';

/** What goes with the sentences of reasons. */
const OTHERS = {
  'person-chosen': {
    en: 'You would rather hear from a person than choose something.',
    de: 'Sie wollten lieber von einem Menschen hören, als etwas auszusuchen.',
  },
  'nothing-chosen': {
    en: 'We asked what would help, and you chose nothing while you could.',
    de: 'Wir haben gefragt, was helfen würde, und Sie haben in dieser Zeit nichts ausgesucht.',
  },
  'no-choice': {
    en: 'We wanted to let you choose, and only one thing fitted.',
    de: 'Wir wollten Sie etwas aussuchen lassen, und es passte nur eines.',
  },
  'muted-by-other': {
    en: 'Something more important came first, so this can wait.',
    de: 'Etwas Wichtigeres kam zuerst.',
  },
  'patience-over': {
    en: 'We waited for a better moment, and none came in time.',
    de: 'Wir haben auf einen besseren Augenblick gewartet, und es kam rechtzeitig keiner.',
  },
  'part-of-series': { en: 'It is part of this series.', de: 'Es gehört zu dieser Reihe.' },
  unknown: { en: 'We decided not to send this now.', de: 'Wir haben entschieden, das jetzt nicht zu schicken.' },
} as const satisfies Record<string, ShippedText>;

const SENTENCES: Readonly<Record<Reason | keyof typeof OTHERS, ShippedText>> = { ...REASONS, ...OTHERS };

export type Because = `because.${keyof typeof SENTENCES}`;

/** Sentences for customers about what kept a message from them, as shipped: one for each reason, and what goes with it. `{…}` is filled in. */
export const becauseWords = (language: ShippedLanguage): Record<Because, string> =>
  Object.fromEntries(
    Object.entries(SENTENCES).map(([name, sentence]) => [`because.${name}`, sentence[language]]),
  ) as Record<Because, string>;
