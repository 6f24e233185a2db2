import { z } from 'zod';
import { ENGLISH } from '../../catalogue/page-words/english.ts';
import { NAMED, PAGE_WORDS } from '../../catalogue/page-words/page-words.ts';
import { shape } from '../yaml/shape.ts';
import { Text } from '../yaml/words.ts';

const textsOf = (group: string) =>
  shape(
    Object.fromEntries(
      PAGE_WORDS.filter((word) => word.startsWith(`${group}.`)).map((word) => [
        word.slice(group.length + 1),
        Text.min(1).optional().describe(`In English: ${ENGLISH[word]}`),
      ]),
    ),
  )
    .optional()
    .describe('What is left out is read in English. {…} is filled in.');

const groups = [...new Set(PAGE_WORDS.map((word) => word.split('.')[0] ?? ''))];

/** For editors: what `check` finds in a file of pages it finds with the project's own names, and says better. */
export const WrittenPages = shape({
  ...Object.fromEntries(groups.map((group) => [group, textsOf(group)])),
  ...Object.fromEntries(
    NAMED.map((named) => [
      named,
      z
        .record(Text, Text)
        .optional()
        .describe(`What customers read for each ${named}, by what the other files call it.`),
    ]),
  ),
});
