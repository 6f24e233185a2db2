import { ownWords } from '../../../../../core/sentiment/clean.ts';
import { logitsByRules, plainWords } from '../../../../../core/sentiment/english/logits.ts';
import { withoutManners } from '../../../../../core/sentiment/english/manners.ts';
import { featuresOf } from '../../../../../core/sentiment/model/features.ts';
import type { Head } from '../../../../../core/sentiment/model/model.ts';
import type { Language } from '../../../../../language/catalogue/languages.ts';
import { exampleOf, hitsIn, type SaidExample } from '../example.ts';
import type { Text } from './texts.ts';
import type { Lesson } from './train.ts';

export interface TextLesson extends Lesson, SaidExample {
  text: Text;
  /** What the rules say, and how many words are plain: of English only. */
  rules: Record<Head, number>;
  plain: number;
}

const NOTHING = { signs: new Map<string, number>(), said: 0, rules: { negative: 0, positive: 0, strong: 0 }, plain: 0 };

const readInEnglish = (own: string, unhappy: boolean) => {
  const [sentences, hits] = hitsIn(own);
  return {
    ...exampleOf(sentences, hits, unhappy),
    rules: logitsByRules(sentences, hits),
    plain: plainWords(sentences, hits),
  };
};

/** Texts as what is learned from. */
export const lessonsOf = (texts: Text[], language: Language, bits: number): TextLesson[] =>
  texts.map((text) => {
    const own = language === 'en' ? withoutManners(ownWords(text.text)) : ownWords(text.text);
    const unhappy = text.mood === 'negative';
    return {
      text,
      features: featuresOf(own, language, bits),
      weight: text.weight,
      is: [unhappy, text.mood === 'positive', text.strong],
      ...(language === 'en' ? readInEnglish(own, unhappy) : { ...NOTHING, unhappy }),
    };
  });
