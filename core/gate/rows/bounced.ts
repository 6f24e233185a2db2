import { explainReach } from '../../explain/reach.ts';
import { basisOfReach, suppressedFor } from '../blocked.ts';
import type { GateRow } from '../row.ts';

/** What went to their address came back. */
export const bounced: GateRow = {
  decide: suppressedFor('bounced'),
  basis: basisOfReach,
  words: 'their address sends messages back',
  explain: explainReach,
};
