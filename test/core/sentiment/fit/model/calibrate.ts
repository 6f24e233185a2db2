import type { Curve } from '../../../../../core/sentiment/model/model.ts';

export interface Seen {
  logit: number;
  is: boolean;
}

const ROUNDS = 50;

/** Platt's curve through what was seen of texts that were not learned from, by Newton's method. */
export const fitCurve = (seen: Seen[]): Curve => {
  let [slope, offset] = [1, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    let [bySlope, byOffset, ss, so, oo] = [0, 0, 1e-6, 0, 1e-6];
    for (const { logit, is } of seen) {
      const likely = 1 / (1 + Math.exp(-(slope * logit + offset)));
      const off = Number(is) - likely;
      const certain = likely * (1 - likely);
      bySlope += off * logit;
      byOffset += off;
      ss += certain * logit * logit;
      so += certain * logit;
      oo += certain;
    }
    const size = ss * oo - so * so;
    slope += (oo * bySlope - so * byOffset) / size;
    offset += (ss * byOffset - so * bySlope) / size;
  }
  return { slope, offset };
};

/** The lowest likelihood down to which at least such a share of all that are likelier are so; 1 where none is. */
export const rightFrom = (likelihoods: readonly { likely: number; is: boolean }[], share: number): number => {
  let right = 0;
  let from = 1;
  for (const [at, { likely, is }] of likelihoods.toSorted((one, two) => two.likely - one.likely).entries()) {
    right += Number(is);
    if (right / (at + 1) >= share) from = likely;
  }
  return from;
};
