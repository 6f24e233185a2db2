import { gzipSync } from 'node:zlib';
import { HEADS, type Head, type PackedModel } from '../../../../../core/sentiment/model/model.ts';
import type { Head as Trained } from './train.ts';

/** Weights beyond this many standard deviations are cut: a few large ones would leave no steps for the rest. */
const WIDEST = 6;
const STEPS = 31;

/** Weights as signed bytes, and what a step is worth. Small ones become 0, which packs well. */
export const quantize = (weights: Float32Array): { scale: number; bytes: Int8Array } => {
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const used = weights.reduce((count, weight) => count + Number(weight !== 0), 0);
  const most = Math.sqrt(squares / Math.max(1, used)) * WIDEST;
  const scale = most / STEPS || 1;
  const bytes = Int8Array.from(weights, (weight) => Math.max(-STEPS, Math.min(STEPS, Math.round(weight / scale))));
  return { scale, bytes };
};

export const pack = (
  heads: Trained[],
  {
    language,
    bits,
    strongFrom,
    curves,
  }: Pick<PackedModel, 'language' | 'bits' | 'strongFrom'> & { curves: PackedModel['heads'][Head]['curve'][] },
): PackedModel => {
  const packed = heads.map(({ weights }) => quantize(weights));
  const table = Buffer.concat(packed.map(({ bytes }) => Buffer.from(bytes.buffer))).toString('base64');
  const round = (value: number): number => Number(value.toPrecision(6));
  const said = HEADS.map((name, at) => [
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
    heads: Object.fromEntries(said) as PackedModel['heads'],
    strongFrom: round(strongFrom),
    table,
  };
};

/** Bytes of a file as it is sent. */
export const packedSize = (source: string): number => gzipSync(source, { level: 9 }).length;
