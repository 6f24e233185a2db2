import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Journey } from '../../language/catalogue/journey.ts';
import type { EntryRefusal } from '../../language/catalogue/reason.ts';
import type { NotEnteredEntry } from '../customer/model/journal.ts';
import { ownValue } from '../own-value.ts';
import { duration } from './tell.ts';

const RULES: Partial<Record<EntryRefusal, (enter: Journey['enter']) => string | undefined>> = {
  condition: ({ when }) => when && `Its condition was not true: ${when}`,
  'too-soon': ({ again }) => (typeof again === 'number' ? `It says again: after ${duration(again)}.` : undefined),
  'already-entered': ({ again }) => (again === 'never' ? 'It says again: never.' : undefined),
  'already-running': ({ per }) => per && `One at a time for each ${per}.`,
  'no-key': ({ per }) => per && `The event has no ${per}.`,
};

/** What of a journey kept a customer out, where the catalogue tells. */
export const ruleOf = ({ journey, reason }: NotEnteredEntry, { journeys }: Catalogue): string | undefined => {
  const definition = ownValue(journeys, journey);
  return definition && ownValue(RULES, reason)?.(definition.enter);
};
