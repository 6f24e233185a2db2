import { readEnglish } from '../../../../core/sentiment/english/read.ts';
import { signsOf } from '../../../../core/sentiment/english/signs.ts';
import { sentencesOf } from '../../../../core/sentiment/english/tokens.ts';
import { saidIn } from '../../../../core/sentiment/english/unhappy.ts';
import type { Example } from './fit.ts';

export type SaidExample = Example & { said: number };

/** A text as what is fitted. */
export const exampleOf = (own: string, unhappy: boolean): SaidExample => {
  const sentences = sentencesOf(own);
  const hits = readEnglish(sentences);
  return { signs: signsOf(sentences, hits), said: saidIn(sentences, hits), unhappy };
};
