import { ownWords } from '../../../../functions/sentiment/clean.ts';
import { readEnglish } from '../../../../functions/sentiment/english/read.ts';
import { signsOf } from '../../../../functions/sentiment/english/signs.ts';
import { sentencesOf } from '../../../../functions/sentiment/english/tokens.ts';
import { tuning } from '../support-messages.ts';
import type { Example, Options } from './fit.ts';

/** Words are many and learned by heart easily; kinds of hits are few, and each example has some. */
const pull = (sign: string): number => (/^[+-]/.test(sign) ? 1 : /^[/*?]/.test(sign) ? 2 : 8);
export const OPTIONS: Options = { fewest: 5, pull };
/** An unhappy person who is not heard gets a message that hurts; a happy one who is misread waits some days. So doubt leans to unhappy. */
export const LEAN = 0.2;

/** The tuning messages as what is fitted. */
export const examples = tuning.map(({ text, label }): Example => {
  const sentences = sentencesOf(ownWords(text));
  return { signs: signsOf(sentences, readEnglish(sentences)), unhappy: label === 'negative' };
});
