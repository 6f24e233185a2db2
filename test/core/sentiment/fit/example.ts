import type { Hit } from '../../../../core/sentiment/english/hits.ts';
import { readEnglish } from '../../../../core/sentiment/english/read.ts';
import { signsOf } from '../../../../core/sentiment/english/signs.ts';
import { type Sentence, sentencesOf } from '../../../../core/sentiment/english/tokens.ts';
import { saidIn } from '../../../../core/sentiment/english/unhappy.ts';
import type { Example } from './fit.ts';

export type SaidExample = Example & { said: number };

/** What the rules find in a text. */
export const hitsIn = (own: string): [Sentence[], Hit[]] => {
  const sentences = sentencesOf(own);
  return [sentences, readEnglish(sentences)];
};

/** A text, and what the rules found in it, as what is fitted. */
export const exampleOf = (sentences: Sentence[], hits: Hit[], unhappy: boolean): SaidExample => ({
  signs: signsOf(sentences, hits),
  said: saidIn(sentences, hits),
  unhappy,
});
