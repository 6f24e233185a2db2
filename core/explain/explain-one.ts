import { parseReason } from '../../language/catalogue/reason.ts';
import { ROWS } from '../gate/rows.ts';
import { type ExplainContext, type Grounds, unsure } from './context.ts';
import { patienceLeft, withPatience } from './patience.ts';
import { reasonInWords } from './words/reason.ts';

/** What one decision rested on, and what would have changed it. */
export const explainOne = (given: Omit<ExplainContext, 'inWords'>): Grounds => {
  const { decision, catalogue } = given;
  const context: ExplainContext = { ...given, inWords: (reason) => reasonInWords(reason, catalogue) };
  const parts = parseReason(decision.reason);
  const grounds = parts ? ROWS[parts.reason].explain(context) : unsure('A later version of Tactful decided this.');
  if (parts?.isPatienceOver) return withPatience(grounds, context);
  if (decision.outcome !== 'held') return grounds;
  return { ...grounds, otherwise: [...grounds.otherwise, ...patienceLeft(grounds, context)] };
};
