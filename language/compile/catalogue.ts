import { createHash } from 'node:crypto';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Definitions } from '../catalogue/definition.ts';
import type { Moment } from '../catalogue/moment.ts';
import type { Policy } from '../catalogue/policy.ts';
import { compileEvents } from './events.ts';
import { compileJourney, fieldsPromised } from './journey.ts';
import { eventAt, gesturesAt, journeyAt, mapValues, momentAt, policyAt } from './pace.ts';

/** JSON with the keys of every object in order, so that equal values have equal texts. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const versionOf = (content: unknown): string =>
  createHash('sha256').update(canonical(content)).digest('hex').slice(0, 16);

const withFields = (moment: Moment): Moment =>
  moment.promises ? { ...moment, promises: { ...moment.promises, fields: fieldsPromised(moment) } } : moment;

/** What a stage is, as far as its catalogue goes by it. */
export interface StageTraits {
  /** Divides every duration. */
  pace?: number;
  /** Whether somebody can read inboxes there: else what policy says of them does not count. */
  hasInbox?: boolean;
  /** Whether answers to emails come in there; where they have to and do not, nothing that asks for them is compiled. */
  hasReplies?: boolean;
}

/** Copy asks customers to reply, on a stage where nobody would hear them. */
export class RepliesUnheard extends Error {
  override name = 'RepliesUnheard';
  constructor() {
    super(
      'policy.yaml says `replies: [email]`, and answers to emails come in nowhere on this stage: deploy it with inboundDomain (docs/deploy.md, answers by mail), or take email out of `replies`.',
    );
  }
}

const policyOf = ({ inbox, ...policy }: Policy, { pace = 1, hasInbox = true }: StageTraits): Policy =>
  policyAt({ ...policy, ...(inbox && hasInbox && { inbox }) }, pace);

/** All of `workflows/` as run time reads it. Throws BareNameError, RepliesUnheard. */
export const compileCatalogue = (definitions: Definitions, traits: StageTraits = {}): Catalogue => {
  const { pace = 1, hasReplies = true } = traits;
  if (!hasReplies && definitions.policy.replies?.includes('email')) throw new RepliesUnheard();
  const policy = policyOf(definitions.policy, traits);
  const moments = mapValues(definitions.moments, (moment) => withFields(momentAt(moment, pace)));
  const journeys = mapValues(definitions.journeys, (journey) =>
    compileJourney(journeyAt(journey, pace), { moments, policy }, definitions.events),
  );
  const gestures = definitions.gestures && gesturesAt(definitions.gestures, pace);
  const { pages } = definitions;
  const content = {
    pace,
    policy,
    events: mapValues(compileEvents(definitions), (type) => eventAt(type, pace)),
    journeys,
    moments,
    ...(gestures && { gestures }),
    ...(pages && { pages }),
  };
  return { version: versionOf(content), ...content };
};
