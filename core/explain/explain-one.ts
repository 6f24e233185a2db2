import { parseReason } from '../../language/catalogue/reason.ts';
import type { GateRow } from '../gate/row.ts';
import { ROWS } from '../gate/rows.ts';
import { type ExplainContext, type Grounds, unsure } from './context.ts';
import { patienceLeft, withPatience } from './patience.ts';
import { reasonInWords } from './words/reason.ts';

/** What one decision rested on, and what would have changed it. */
export const explainOne = (facts: Omit<ExplainContext, 'inWords'>): Grounds => {
  const { decision, catalogue } = facts;
  const context: ExplainContext = { ...facts, inWords: (reason) => reasonInWords(reason, catalogue) };
  const parts = parseReason(decision.reason);
  if (!parts) return unsure('A later version of Tactful decided this.');
  const row: GateRow = ROWS[parts.reason];
  const grounds = row.explain(context);
  if (parts.isPatienceOver) return withPatience(grounds, context);
  if (decision.outcome !== 'held' || row.ofWork) return grounds;
  return { ...grounds, otherwise: [...grounds.otherwise, ...patienceLeft(grounds, context)] };
};
