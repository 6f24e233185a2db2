import { explainReach } from '../../explain/reach.ts';
import { basisOfReach, suppressedFor } from '../blocked.ts';
import type { GateRow } from '../row.ts';

/** They called a message unwanted where they read their mail. */
export const complained: GateRow = {
  decide: suppressedFor('complained'),
  basis: basisOfReach,
  words: 'they had called a message unwanted',
  explain: explainReach,
};
