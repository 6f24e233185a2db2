import { explainReach } from '../../explain/reach.ts';
import { basisOfReach, suppressedFor } from '../blocked.ts';
import type { GateRow } from '../row.ts';

/** They called a message unwanted where they read their mail. */
export const complained: GateRow = {
  decide: suppressedFor('complained'),
  basis: basisOfReach,
  because: 'You marked a message from us as unwanted, so we stopped.',
  words: 'they had called a message unwanted',
  explain: explainReach,
};
