import { escapeRegExp } from '../../catalogue/escape-reg-exp.ts';
import { languageOf } from '../../catalogue/locale.ts';
import { memoizeByKey } from '../../catalogue/memoize-by-key.ts';
import { plainWords } from './plain-words.ts';

/** Language to words and phrases that are looked for: `hurry`, `miss you`, `offer*` for all words that begin so. */
export type WordList = Readonly<Record<string, readonly string[]>>;

export interface FoundWords {
  /** As listed. */
  entry: string;
  language: string;
  /** As written. */
  words: string;
  offset: number;
}

/** Stands for `*` while markup is taken away. */
const ANY = '\ue000';

/** A whole word or phrase; `*` stands for any letters. Every entry is looked for in every text. */
const patternOf = memoizeByKey((entry): RegExp => {
  const words = plainWords(entry.replaceAll('*', ANY)).text.trim();
  const body = escapeRegExp(words).replaceAll(ANY, '[\\p{L}\\p{N}-]*');
  const [before, after] = [/^[\p{L}\p{N}]/u.test(words), /[\p{L}\p{N}\ue000]$/u.test(words)];
  return new RegExp(`${before ? '(?<![\\p{L}\\p{N}])' : ''}${body}${after ? '(?![\\p{L}\\p{N}])' : ''}`, 'u');
});

/** The first listed words in a text: of its own language, and where that is not said of any. */
export const wordsListed = (text: string, locale: string | undefined, list: WordList): FoundWords | undefined => {
  const { text: plain, places } = plainWords(text);
  const languages = Object.keys(list).filter(
    (language) => locale === undefined || languageOf(language) === languageOf(locale),
  );
  for (const language of languages)
    for (const entry of list[language] ?? []) {
      const [words] = patternOf(entry).exec(plain) ?? [];
      if (words !== undefined && words !== '')
        return { entry, language, words, offset: places[plain.indexOf(words)] ?? 0 };
    }
  return undefined;
};
