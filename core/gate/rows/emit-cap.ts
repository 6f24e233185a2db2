import { explainWorkCap } from '../../explain/work-caps.ts';
import type { GateRow } from '../row.ts';

/** As many of these events, or gestures, as the policy or the step allows. The reducer asks: it is no moment. */
export const emitCap: GateRow = {
  words: 'it had been done for them already',
  explain: explainWorkCap,
};
