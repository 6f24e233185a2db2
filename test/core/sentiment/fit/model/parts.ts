import type { Language } from '../../../../../language/catalogue/languages.ts';
import type { TextLesson } from './lessons.ts';

const FIFTHS = 5;

/** The English files of one writer, or written for one another, by the number of the first. */
const WRITERS = [
  { from: 1, name: 'requests, wishes, complaints and praise' },
  { from: 13, name: 'mixed and long ones' },
  { from: 26, name: 'held out first, and what was written for it' },
  { from: 36, name: 'held out second' },
  { from: 37, name: 'facts, and pairs that differ in the mood' },
  { from: 44, name: 'an inbox as it comes' },
  { from: 51, name: 'topics that are no mood' },
  { from: 57, name: 'written for what goes wrong' },
  { from: 58, name: 'held out third' },
  { from: 59, name: 'calm reports, and praise by facts' },
  { from: 61, name: 'held out fourth' },
  { from: 62, name: 'three inboxes' },
  { from: 65, name: 'held out fifth' },
];

/** Whose message it is: messages of one writer are alike, so that a model has to be asked about a writer that it does not know. */
export const writerOf = (file: string): string => {
  const number = Number(/^en-(\d+)$/.exec(file)?.[1] ?? 0);
  return WRITERS.findLast(({ from }) => number >= from)?.name ?? file;
};

/** Lessons in parts to leave out in turn: in English by writer, elsewhere each fifth. */
export const partsOf = (lessons: TextLesson[], language: Language): TextLesson[][] =>
  language === 'en'
    ? [...Map.groupBy(lessons, ({ text }) => writerOf(text.from)).values()]
    : Array.from({ length: FIFTHS }, (_, part) => lessons.filter((_lesson, at) => at % FIFTHS === part));
