import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Journey } from '../../language/catalogue/journey.ts';
import type { EntryRefusal } from '../../language/catalogue/reason.ts';
import { incidentPolicy } from '../customer/model/incidents.ts';
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

const mergeOf = (event: string, { events, policy }: Catalogue): string | undefined => {
  const kind = ownValue(events, event)?.opens?.kind;
  const merge = kind === undefined ? undefined : incidentPolicy(policy, `${kind}:`).merge;
  return merge === undefined ? undefined : `policy.yaml says incidents: { ${kind}: { merge: ${duration(merge)} } }.`;
};

/** What of a journey, or of the policy, kept a customer out, where the catalogue tells. */
export const ruleOf = ({ journey, reason, event }: NotEnteredEntry, catalogue: Catalogue): string | undefined => {
  if (reason === 'continued') return mergeOf(event, catalogue);
  const { journeys } = catalogue;
  const definition = ownValue(journeys, journey);
  return definition && ownValue(RULES, reason)?.(definition.enter);
};
