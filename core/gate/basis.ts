import { parseReason } from '../../language/catalogue/reason.ts';
import type { DecisionEntry } from '../customer/model/journal.ts';
import type { DecidedMoment, GateRow } from './row.ts';
import { ROWS } from './rows.ts';

/** What a decision rested on beyond what the timeline tells, so that it can be explained later. */
export const restsOn = (
  { reason: text }: Pick<DecisionEntry, 'reason'>,
  decided: DecidedMoment,
): Pick<DecisionEntry, 'basis' | 'evidence'> => {
  const parts = parseReason(text);
  const row: GateRow | undefined = parts && ROWS[parts.reason];
  const basis = row?.basis?.(decided) ?? {};
  return {
    ...(row?.evidence ? { evidence: row.evidence(decided) } : {}),
    ...(Object.keys(basis).length > 0 ? { basis } : {}),
  };
};
