import { grounds } from '../../explain/context.ts';
import type { GateRow } from '../row.ts';

/** One attempt is sending it: the reducer keeps others off until its lease is over. */
export const reserved: GateRow = {
  words: 'it was being sent already',
  explain: () =>
    grounds(
      ['One attempt was sending it, and no second one may until it is known what came of that.'],
      ['Once it is known, or its time is over, the step is decided.'],
    ),
};
