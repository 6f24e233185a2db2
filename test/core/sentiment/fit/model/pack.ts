import { deflateRawSync, gzipSync } from 'node:zlib';
import { HEADS, type Head, type PackedModel } from '../../../../../core/sentiment/model/model.ts';
import { FURTHER } from '../../../../../core/sentiment/model/table.ts';
import type { Language } from '../../../../../language/catalogue/languages.ts';
import type { Head as Trained } from './train.ts';

/** Weights beyond so many steps are cut: a few large ones would leave none for the rest. */
const STEPS = 31;
/** What a step is in standard deviations, and below how many steps a weight becomes 0. */
interface Coarseness {
  step: number;
  least: number;
}
const FINE: Coarseness = { step: 6 / STEPS, least: 0.5 };
/** Of many messages and places: small weights tell little, what falls into their places by chance tells nothing, and 0 takes no room. */
const COARSE: Partial<Record<Language, Coarseness>> = { en: { step: 0.9, least: 1 } };

/** Weights as signed bytes, and what a step is worth. */
export const quantize = (weights: Float32Array, { step, least } = FINE): { scale: number; bytes: Int8Array } => {
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const nonZero = weights.reduce((count, weight) => count + Number(weight !== 0), 0);
  const scale = Math.sqrt(squares / Math.max(1, nonZero)) * step || 1;
  const stepsOf = (weight: number): number =>
    Math.abs(weight) < least * scale ? 0 : Math.max(-STEPS, Math.min(STEPS, Math.round(weight / scale)));
  return { scale, bytes: Int8Array.from(weights, stepsOf) };
};

/** A head as gaps and weights: see `weightsIn`. */
const sparse = (bytes: Int8Array): Buffer => {
  const gaps: number[] = [];
  const weights: number[] = [];
  let before = -1;
  for (const [place, weight] of bytes.entries()) {
    if (weight === 0) continue;
    let gap = place - before;
    for (; gap >= FURTHER; gap -= FURTHER - 1) gaps.push(FURTHER);
    gaps.push(gap);
    weights.push(weight);
    before = place;
  }
  return Buffer.concat([Buffer.from([...gaps, 0]), Buffer.from(Int8Array.from(weights).buffer)]);
};

/** The table of a model, of the heads' weights one after the other. */
export const tableOf = (heads: Int8Array[]): string =>
  deflateRawSync(Buffer.concat(heads.map(sparse)), { level: 9, memLevel: 9 }).toString('base64');

export const pack = (
  heads: Trained[],
  {
    language,
    bits,
    strongFrom,
    negativeFrom,
    curves,
  }: Pick<PackedModel, 'language' | 'bits' | 'strongFrom' | 'negativeFrom'> & {
    curves: PackedModel['heads'][Head]['curve'][];
  },
): PackedModel => {
  const packed = heads.map(({ weights }) => quantize(weights, COARSE[language]));
  const table = tableOf(packed.map(({ bytes }) => bytes));
  const round = (value: number): number => Number(value.toPrecision(6));
  const packedHeads = HEADS.map((name, at) => [
    name,
    {
      bias: round(heads[at]!.bias),
      scale: round(packed[at]!.scale),
      curve: { slope: round(curves[at]!.slope), offset: round(curves[at]!.offset) },
    },
  ]);
  return {
    language,
    bits,
    heads: Object.fromEntries(packedHeads) as PackedModel['heads'],
    strongFrom: round(strongFrom),
    ...(negativeFrom !== undefined && { negativeFrom: round(negativeFrom) }),
    table,
  };
};

/** Bytes of a file as it is sent. */
export const packedSize = (source: string): number => gzipSync(source, { level: 9 }).length;
