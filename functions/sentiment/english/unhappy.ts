import type { Hit } from './hits.ts';
import { signsOf } from './signs.ts';
import type { Sentence } from './tokens.ts';
import { BIAS, WEIGHTS } from './weights.ts';

/** How likely it is that the writer is unhappy with the service, 0 to 1: a logistic regression on the signs of the text. */
export const unhappiness = (sentences: Sentence[], hits: Hit[]): number => {
  let sum = BIAS;
  for (const [name, value] of signsOf(sentences, hits)) sum += (WEIGHTS.get(name) ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
};
