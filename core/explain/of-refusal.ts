import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Journey } from '../../language/catalogue/journey.ts';
import type { NotEnteredEntry } from '../customer/model/journal.ts';
import { own } from '../own.ts';
import { duration } from './tell.ts';

const BY_REASON: Record<string, (enter: Journey['enter']) => string | undefined> = {
  condition: ({ when }) => when && `Its condition was not true: ${when}`,
  'too-soon': ({ again }) => (typeof again === 'number' ? `It says again: after ${duration(again)}.` : undefined),
  'already-entered': ({ again }) => (again === 'never' ? 'It says again: never.' : undefined),
  'already-running': ({ per }) => per && `One at a time for each ${per}.`,
  'no-key': ({ per }) => per && `The event has no ${per}.`,
};

/** What of a journey kept a customer out, where the catalogue tells. */
export const ruleOf = ({ journey, reason }: NotEnteredEntry, { journeys }: Catalogue): string | undefined => {
  const known = own(journeys, journey);
  return known && own(BY_REASON, reason)?.(known.enter);
};
