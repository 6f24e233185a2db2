import { share } from '../hash.ts';
import type { Draw } from './draft.ts';

/** Draws by hash: stable for a customer, independent between journeys and splits. */
export const hashDraw: Draw = {
  holdout: (customer, journey, percent) => share(`holdout/${journey}/${customer}`) * 100 < percent,
  arm: (customer, journey, split, arms) => {
    const total = arms.reduce((sum, { share: part }) => sum + part, 0);
    let drawn = share(`split/${journey}/${split}/${customer}`) * total;
    for (const { name, share: part } of arms) {
      drawn -= part;
      if (drawn < 0) return name;
    }
    return arms.at(-1)?.name ?? '';
  },
};
