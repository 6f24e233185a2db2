import type { Hit } from './hits.ts';
import { dampingOf, signsOf } from './signs.ts';
import type { Sentence } from './tokens.ts';
import { BIAS, WEIGHTS } from './weights.ts';

/** What the strengths of words add by themselves: in texts unlike those that the weights were fitted to, words tell more than signs. */
const BY_STRENGTH = -0.3;
/** No text is surer than this, however much it says. */
export const MOST = 5;

/** How far the words alone speak for an unhappy writer, beside the signs. */
export const saidIn = (sentences: Sentence[], hits: Hit[]): number =>
  BY_STRENGTH * dampingOf(sentences) * hits.reduce((sum, { strength }) => sum + strength, 0);

/** How likely it is that the writer is unhappy with the service, as a logit: a logistic regression on the signs of the text. */
export const unhappyLogit = (sentences: Sentence[], hits: Hit[]): number => {
  let sum = BIAS + saidIn(sentences, hits);
  for (const [name, value] of signsOf(sentences, hits)) sum += (WEIGHTS.get(name) ?? 0) * value;
  return Math.min(MOST, Math.max(-MOST, sum));
};
