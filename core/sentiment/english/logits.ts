import type { Head } from '../model/model.ts';
import type { Hit } from './hits.ts';
import { dampingOf } from './signs.ts';
import { type Sentence, wordsOf } from './tokens.ts';
import { unhappyLogit } from './unhappy.ts';

/** Rules speak half as loud as the model: a fixed sum, since one that is fitted to short texts reads long ones wrongly. */
export const RULES_SHARE = 0.5;

/** As much praise speaks for a happy writer, and none against. */
const BY_PRAISE = 0.5;
const WITHOUT_PRAISE = -1.5;
const MOST_PRAISE = 4;

/** What the rules say of a text, as logits by the heads of the model. */
export const logitsByRules = (sentences: Sentence[], hits: Hit[]): Record<Head, number> => {
  const unhappy = unhappyLogit(sentences, hits);
  const strength = dampingOf(sentences) * hits.reduce((sum, hit) => sum + hit.strength, 0);
  const happy = WITHOUT_PRAISE + BY_PRAISE * strength;
  return {
    negative: unhappy,
    positive: Math.min(MOST_PRAISE, Math.max(-MOST_PRAISE, happy)),
    strong: unhappy,
  };
};

/** How far a happy writer speaks against an unhappy one: long praise tells of earlier trouble, too. From here on it counts more and more. */
const HAPPY_FROM = -2;
const AGAINST_UNHAPPY = 0.8;

const against = (happy: number): number => AGAINST_UNHAPPY * Math.log1p(Math.exp(happy - HAPPY_FROM));

/** So few words tell little of their own, where the rules find nothing in them that hurts: news reads like a complaint. */
const FEW_WORDS = 20;
const AGAINST_FEW = 3;
/** A word of this strength hurts. */
const HURTS = -1;

/** How many words a text has; more than any, where one of them hurts. */
export const plainWords = (sentences: Sentence[], hits: Hit[]): number =>
  hits.some(({ strength }) => strength <= HURTS) ? Number.POSITIVE_INFINITY : wordsOf(sentences).length;

const ofFew = (unhappy: number, words: number): number =>
  unhappy < 0 ? AGAINST_FEW * Math.max(0, 1 - words / FEW_WORDS) : 0;

/** The sum of both, and for an unhappy writer less what speaks for a happy one, and for nobody. */
export const together = (
  rules: Record<Head, number>,
  model: Record<Head, number>,
  plain: number,
): Record<Head, number> => {
  const positive = RULES_SHARE * rules.positive + model.positive;
  return {
    negative: RULES_SHARE * rules.negative + model.negative - against(positive) - ofFew(rules.negative, plain),
    positive,
    strong: RULES_SHARE * rules.strong + model.strong,
  };
};
