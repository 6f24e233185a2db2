import { explainReach } from '../../explain/reach.ts';
import { basisOfReach, suppressedFor } from '../blocked.ts';
import type { GateRow } from '../row.ts';

/** What went to their address came back. */
export const bounced: GateRow = {
  decide: suppressedFor('bounced'),
  basis: basisOfReach,
  because: 'A message to this address came back, so we stopped writing to it.',
  words: 'their address sends messages back',
  explain: explainReach,
};
