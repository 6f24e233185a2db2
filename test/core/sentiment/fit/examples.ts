import { ownWords } from '../../../../core/sentiment/clean.ts';
import { readEnglish } from '../../../../core/sentiment/english/read.ts';
import { signsOf } from '../../../../core/sentiment/english/signs.ts';
import { sentencesOf } from '../../../../core/sentiment/english/tokens.ts';
import { saidIn } from '../../../../core/sentiment/english/unhappy.ts';
import { tuning } from '../support-messages.ts';
import type { Example, Options } from './fit.ts';

/** Words are many and learned by heart easily; kinds of hits are few, and each example has some. */
const pull = (sign: string): number => (/^[+-]/.test(sign) ? 1 : /^[/*?]/.test(sign) ? 2 : 8);
export const OPTIONS: Options = { fewest: 5, pull };
/** Doubt leans to leaving people as they are, since others write unlike these messages: chosen by `main.ts --check`. */
export const LEAN = -0.7;

/** The tuning messages as what is fitted. */
export const examples = tuning.map(({ text, label }): Example & { said: number } => {
  const sentences = sentencesOf(ownWords(text));
  const hits = readEnglish(sentences);
  return { signs: signsOf(sentences, hits), said: saidIn(hits), unhappy: label === 'negative' };
});
