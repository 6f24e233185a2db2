import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { parseReason } from '../../../language/catalogue/reason.ts';
import { LEFT_OUT, NOT_READ } from '../../customer/model/refusal.ts';
import type { ReasonText } from '../../gate/row.ts';
import { ROWS } from '../../gate/rows.ts';
import { ownValue } from '../../own-value.ts';

/** Events that were not taken. */
const REJECTED: Record<string, string> = {
  'unknown-type': 'of a type that events.yaml does not know',
  'no-customer': 'without a customer',
  schema: 'with a field that is missing or wrong',
  malformed: 'not in the shape of an event',
  'not-json': 'not JSON',
  'too-large': 'too large',
  'too-deep': 'with lists or objects in each other too many times',
  forged: 'in our name, and not from us',
  'untrusted-source': 'from a source that events.yaml does not name for it',
  expression: 'with a value that an expression of events.yaml or of a journey cannot work with',
  [NOT_READ]: 'taken, its text not read for mood',
  [LEFT_OUT]: 'taken without a field that does not fit',
  stale: 'too old to act on',
  task: 'about work that was over, taken, or never given',
};

const textOf = (text: ReasonText, journey: string, catalogue: Pick<Catalogue, 'journeys'>): string =>
  typeof text === 'string' ? text : text(journey, catalogue);

/** The reason of a decision, or of an event not taken, as marketing operations read it. */
export const reasonInWords = (reason: string, catalogue: Pick<Catalogue, 'journeys'>): string => {
  const parts = parseReason(reason);
  if (!parts) return ownValue(REJECTED, reason) ?? reason.replaceAll('-', ' ');
  const words = textOf(ROWS[parts.reason].words, parts.journey ?? '', catalogue);
  return parts.isPatienceOver ? `no better time came: ${words}` : words;
};
