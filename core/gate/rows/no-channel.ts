import { explainReach } from '../../explain/reach.ts';
import { basisOfReach, suppressedFor } from '../blocked.ts';
import type { GateRow } from '../row.ts';

/** No address that any channel of the moment could go to. */
export const noChannel: GateRow = {
  decide: suppressedFor('no-channel'),
  basis: basisOfReach,
  words: 'no address it could go to',
  explain: explainReach,
};
