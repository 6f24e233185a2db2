import { createHash } from 'node:crypto';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Definitions } from '../catalogue/definition.ts';
import { compileEvents } from './events.ts';
import { compileJourney } from './journey.ts';
import { journeyAt, mapValues, momentAt, policyAt } from './pace.ts';

/** JSON with the keys of every object in order, so that equal values have equal texts. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const versionOf = (content: unknown): string =>
  createHash('sha256').update(canonical(content)).digest('hex').slice(0, 16);

/** All of `workflows/` as run time reads it. Throws BareNameError. */
export const compileCatalogue = (definitions: Definitions, { pace = 1 }: { pace?: number } = {}): Catalogue => {
  const policy = policyAt(definitions.policy, pace);
  const moments = mapValues(definitions.moments, (moment) => momentAt(moment, pace));
  const journeys = mapValues(definitions.journeys, (journey) =>
    compileJourney(journeyAt(journey, pace), { moments, policy }, definitions.events),
  );
  const content = { pace, policy, events: compileEvents(definitions), journeys, moments };
  return { version: versionOf(content), ...content };
};
