import { explainSent } from '../../explain/sent.ts';
import type { GateRow } from '../row.ts';

/** Nothing spoke against it. What the customer reads is the moment's own `because`. */
export const clear: GateRow = {
  words: 'clear',
  explain: explainSent,
};
