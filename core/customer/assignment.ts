import { hashFraction } from '../hash.ts';
import type { Assignment } from './draft.ts';

/** Draws by hash: stable for a customer, independent between journeys and splits. */
export const hashAssignment: Assignment = {
  holdout: (customer, journey, percent) => hashFraction(`holdout/${journey}/${customer}`) * 100 < percent,
  arm: (customer, journey, split, arms) => {
    const total = arms.reduce((sum, { share: part }) => sum + part, 0);
    let rest = hashFraction(`split/${journey}/${split}/${customer}`) * total;
    for (const { name, share: part } of arms) {
      rest -= part;
      if (rest < 0) return name;
    }
    return arms.at(-1)?.name ?? '';
  },
};
