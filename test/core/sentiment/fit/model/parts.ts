import type { TextLesson } from './lessons.ts';

const FIFTHS = 5;

/**
 * Lessons in parts to leave out in turn, and to read by what the rest teaches. Messages of one writer are alike, so a model is
 * asked about writers that it does not know: where sets were held out once, about each of these; elsewhere about each fifth.
 */
export const partsOf = (lessons: TextLesson[]): TextLesson[][] => {
  const heldOut = lessons.filter(({ text }) => text.wasHeldOut);
  return heldOut.length > 0
    ? [...Map.groupBy(heldOut, ({ text }) => text.from).values()]
    : Array.from({ length: FIFTHS }, (_, part) => lessons.filter((_lesson, at) => at % FIFTHS === part));
};
