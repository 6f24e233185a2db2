import { isEnglishWord } from '../../../../../core/sentiment/english/language.ts';
import { SMALL_WORDS } from '../../../../../core/sentiment/languages/words.ts';
import { LANGUAGES, type Language } from '../../../../../language/catalogue/languages.ts';
import { ownTexts, tuningTexts } from './texts.ts';

const MOST = 240;
const FEWEST_TEXTS = 4;
const SHORTEST = 3;
const LINE = 112;

const wordsIn = (text: string): Set<string> =>
  new Set(Array.from(text.toLowerCase().matchAll(/\p{L}[\p{L}\p{M}'’]*/gu), ([word]) => word.replace(/['’]/g, '')));

const countsOf = (language: Language): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { text } of [...ownTexts(language), ...(language === 'en' ? tuningTexts() : [])])
    for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

const foldWords = (words: string[]): string => {
  const lines = [''];
  for (const word of words) {
    if (`${lines.at(-1)} ${word}`.length > LINE) lines.push('');
    lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
  }
  return lines.map((line) => `    ${line}`).join('\n');
};

/** The module of words that several messages of a language have, and none of another; a neighbour that is not read may have them too. */
export const commonWordsSource = (): string => {
  const all = new Map(LANGUAGES.map((language) => [language, countsOf(language)]));
  const rows = LANGUAGES.filter((language) => language !== 'en').map((language) => {
    const smallWords = new Set(SMALL_WORDS[language]);
    const isOwn = (word: string): boolean =>
      word.length >= SHORTEST &&
      !smallWords.has(word) &&
      !isEnglishWord(word) &&
      LANGUAGES.every((other) => other === language || !all.get(other)?.has(word));
    const words = [...(all.get(language) ?? [])]
      .filter(([word, count]) => count >= FEWEST_TEXTS && isOwn(word))
      .sort(([one, often], [two, more]) => more - often || (one < two ? -1 : 1))
      .slice(0, MOST)
      .map(([word]) => word)
      .sort();
    return `  ${language}: \`\n${foldWords(words)}\`,`;
  });
  return `import type { Language } from '../../../language/catalogue/languages.ts';

/**
 * Words that several messages of a language have, and none of another that is read. Found, not written:
 * test/core/sentiment/fit/model/main.ts.
 */
export const COMMON_WORDS: Record<Exclude<Language, 'en'>, string> = {
${rows.join('\n')}
};
`;
};
