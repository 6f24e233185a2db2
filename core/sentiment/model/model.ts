import type { Language } from '../../../language/catalogue/languages.ts';
import { type Features, featuresOf } from './features.ts';

/** What a text is asked: is its writer unhappy, happy, very unhappy? */
export const HEADS = ['negative', 'positive', 'strong'] as const;
export type Head = (typeof HEADS)[number];

/** A logit becomes a likelihood: of those that have it, so many are. */
export interface Curve {
  slope: number;
  offset: number;
}

/** A model as it is shipped: a table of `1 << bits` bytes for each head, one after the other. */
export interface PackedModel {
  language: Language;
  bits: number;
  heads: Record<Head, { bias: number; scale: number; curve: Curve }>;
  /** From what likelihood of `strong` on nearly all were unhappy, and about half of the unhappy are. */
  strongFrom: number;
  /** Base64 of signed bytes. */
  table: string;
}

export interface Model extends Omit<PackedModel, 'table'> {
  table: Int8Array;
}

export const unpack = ({ table, ...rest }: PackedModel): Model => {
  const bytes = Buffer.from(table, 'base64');
  return { ...rest, table: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
};

/** What the heads say of a text, as logits. */
export const logitsOf = ({ bits, heads, table }: Model, { at, value, said }: Features): Record<Head, number> => {
  const [negative, positive, strong] = [0, 1 << bits, 2 << bits];
  const sums = [0, 0, 0] as [number, number, number];
  for (let index = 0; index < at.length; index += 1) {
    const place = at[index]!;
    const share = value[index]!;
    if (index < said) {
      sums[0] += table[negative + place]! * share;
      sums[1] += table[positive + place]! * share;
    }
    sums[2] += table[strong + place]! * share;
  }
  return {
    negative: heads.negative.bias + heads.negative.scale * sums[0],
    positive: heads.positive.bias + heads.positive.scale * sums[1],
    strong: heads.strong.bias + heads.strong.scale * sums[2],
  };
};

export const readByModel = (model: Model, text: string): Record<Head, number> =>
  logitsOf(model, featuresOf(text, model.language, model.bits));

export const likelihood = ({ slope, offset }: Curve, logit: number): number =>
  1 / (1 + Math.exp(-(slope * logit + offset)));
