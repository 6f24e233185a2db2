import type { Hit } from './hits.ts';
import { signsOf } from './signs.ts';
import type { Sentence } from './tokens.ts';
import { BIAS, WEIGHTS } from './weights.ts';

/** What the strengths of words add by themselves: in texts unlike those that the weights were fitted to, words tell more than signs. */
const BY_STRENGTH = -0.3;

/** How far the words alone speak for an unhappy writer, beside the signs. */
export const saidIn = (hits: Hit[]): number => BY_STRENGTH * hits.reduce((sum, { strength }) => sum + strength, 0);

/** How likely it is that the writer is unhappy with the service, 0 to 1: a logistic regression on the signs of the text. */
export const unhappiness = (sentences: Sentence[], hits: Hit[]): number => {
  let sum = BIAS + saidIn(hits);
  for (const [name, value] of signsOf(sentences, hits)) sum += (WEIGHTS.get(name) ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
};
