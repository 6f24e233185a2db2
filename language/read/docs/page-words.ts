import { parse } from 'yaml';
import { PAGE_WORDS, type PageWord } from '../../catalogue/page-words/page-words.ts';
import { edit } from '../../edit/edit.ts';

/** A file of `pages/` with the words that it did not say, as shipped, each at the end of its group; what it says stays as somebody wrote it. */
export const withPageWords = (text: string, words: Readonly<Record<PageWord, string>>): string => {
  const groups: Record<string, Record<string, unknown>> = parse(text);
  const missing = PAGE_WORDS.map((word) => ({ word, path: word.split('.') })).filter(
    ({ path: [group = '', name = ''] }) => !Object.hasOwn(groups[group] ?? {}, name),
  );
  return missing.reduce(
    (now, { word, path }) => edit({ path: 'pages', text: now }, { kind: 'set', path, value: words[word] }),
    text,
  );
};
