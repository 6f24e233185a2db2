import type { Language } from '../../../language/catalogue/languages.ts';
import { type Features, featuresOf } from './features.ts';
import { weightsIn } from './table.ts';

/** What a text is asked: is its writer unhappy, happy, very unhappy? */
export const HEADS = ['negative', 'positive', 'strong'] as const;
export type Head = (typeof HEADS)[number];

/** A logit becomes a likelihood: of those that have it, so many are. */
export interface Curve {
  slope: number;
  offset: number;
}

/** A model as it is shipped: a table of `1 << bits` weights for each head, most of them 0. */
export interface PackedModel {
  language: Language;
  bits: number;
  heads: Record<Head, { bias: number; scale: number; curve: Curve }>;
  /** From what likelihood of `strong` on nearly all were unhappy, and about half of the unhappy are. */
  strongFrom: number;
  /** From what likelihood on somebody counts as unhappy; see `Likelihoods`. */
  negativeFrom?: number | undefined;
  /** See `weightsIn`. */
  table: string;
}

export interface Model extends Omit<PackedModel, 'table'> {
  /** What the heads say of a place stands side by side, so that it is fetched from memory at once. */
  table: Int8Array;
}

/** A power of two for three heads: a place is then never on both sides of a line of the cache. */
const BESIDE = 4;

export const unpack = ({ table, ...rest }: PackedModel): Model => {
  const places = 1 << rest.bits;
  const beside = new Int8Array(places * BESIDE);
  for (const [head, weights] of weightsIn(table, HEADS.length, places).entries())
    for (let place = 0; place < places; place += 1) beside[place * BESIDE + head] = weights[place]!;
  return { ...rest, table: beside };
};

/** What the heads say of a text, as logits. */
export const logitsOf = ({ heads, table }: Model, { at, value, wordFeatures }: Features): Record<Head, number> => {
  let negative = 0;
  let positive = 0;
  let strong = 0;
  for (let index = 0; index < at.length; index += 1) {
    const place = at[index]! * BESIDE;
    const share = value[index]!;
    if (index < wordFeatures) {
      negative += table[place]! * share;
      positive += table[place + 1]! * share;
    }
    strong += table[place + 2]! * share;
  }
  return {
    negative: heads.negative.bias + heads.negative.scale * negative,
    positive: heads.positive.bias + heads.positive.scale * positive,
    strong: heads.strong.bias + heads.strong.scale * strong,
  };
};

export const readByModel = (model: Model, text: string): Record<Head, number> =>
  logitsOf(model, featuresOf(text, model.language, model.bits));

export const likelihood = ({ slope, offset }: Curve, logit: number): number =>
  1 / (1 + Math.exp(-(slope * logit + offset)));
