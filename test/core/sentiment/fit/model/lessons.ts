import { ownWords } from '../../../../../core/sentiment/clean.ts';
import { logitsByRules, plainWords } from '../../../../../core/sentiment/english/logits.ts';
import { withoutManners } from '../../../../../core/sentiment/english/manners.ts';
import { readEnglish } from '../../../../../core/sentiment/english/read.ts';
import { sentencesOf } from '../../../../../core/sentiment/english/tokens.ts';
import { featuresOf } from '../../../../../core/sentiment/model/features.ts';
import type { Head } from '../../../../../core/sentiment/model/model.ts';
import type { Language } from '../../../../../language/catalogue/languages.ts';
import { exampleOf, type SaidExample } from '../example.ts';
import type { Text } from './texts.ts';
import type { Lesson } from './train.ts';

export interface TextLesson extends Lesson, SaidExample {
  text: Text;
  /** What the rules say, and how many words are plain: of English only. */
  rules: Record<Head, number>;
  plain: number;
}

const NOTHING = { signs: new Map<string, number>(), said: 0, rules: { negative: 0, positive: 0, strong: 0 }, plain: 0 };

const byRules = (own: string) => {
  const sentences = sentencesOf(own);
  const hits = readEnglish(sentences);
  return { rules: logitsByRules(sentences, hits), plain: plainWords(sentences, hits) };
};

/** Texts as what is learned from. */
export const lessonsOf = (texts: Text[], language: Language, bits: number): TextLesson[] =>
  texts.map((text) => {
    const own = language === 'en' ? withoutManners(ownWords(text.text)) : ownWords(text.text);
    return {
      text,
      features: featuresOf(own, language, bits),
      weight: text.weight,
      is: [text.mood === 'negative', text.mood === 'positive', text.strong],
      ...(language === 'en'
        ? { ...exampleOf(own, text.mood === 'negative'), ...byRules(own) }
        : { ...NOTHING, unhappy: text.mood === 'negative' }),
    };
  });
