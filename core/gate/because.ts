import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { parseReason } from '../../language/catalogue/reason.ts';
import type { DecisionEntry } from '../customer/model/journal.ts';
import type { ReasonText } from './row.ts';
import { ROWS } from './rows.ts';

/** A sentence for the customer about any reason but `clear`, which the moment's own `because` explains. */
export const becauseOf = (reason: DecisionEntry['reason'], catalogue: Pick<Catalogue, 'journeys'>): string => {
  const parts = parseReason(reason);
  if (!parts) return 'We decided not to send this now.';
  const sentence = textOf(ROWS[parts.reason].because, parts.journey, catalogue);
  if (!parts.isPatienceOver) return sentence;
  return `${sentence.replace(/, so this can wait\.$/, '.')} We waited for a better moment, and none came in time.`;
};

/** The words of a row, for this reason. */
export const textOf = (text: ReasonText, journey = '', catalogue: Pick<Catalogue, 'journeys'>): string =>
  typeof text === 'string' ? text : text(journey, catalogue);
