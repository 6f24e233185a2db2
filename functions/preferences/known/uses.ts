import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { addressOf, SENDABLE } from '../../../language/catalogue/channel.ts';
import { pathsIn } from '../../../language/expressions/condition.ts';

type Read = Pick<Catalogue, 'journeys' | 'moments'>;
type Journey = Read['journeys'][string];

/** What a fact is used for: ids of the moments that print it, and of the journeys that choose by it. */
export interface Uses {
  by: 'reach' | 'hours' | 'language' | 'way' | undefined;
  printed: string[];
  chosen: string[];
}

/** The fact that is worked out from an attribute. */
const WORKED_OUT: Record<string, string> = { since: 'tenureDays', lastHeardAt: 'silentDays' };

/** What the gate reads by itself. */
const ofGate = (attribute: string): Uses['by'] => {
  if (SENDABLE.some((channel) => addressOf(channel) === attribute)) return 'reach';
  if (attribute === 'zone') return 'hours';
  if (attribute === 'locale') return 'language';
  return attribute === 'preferredChannel' ? 'way' : undefined;
};

/** Every expression of a journey that its machine does not carry by itself. */
const expressionsOf = ({ enter, exits, goal, steps, until }: Journey): string[] => [
  ...[enter.when, enter.per, goal?.where, ...exits.map(({ where }) => where)].flatMap((one) => one ?? []),
  ...until.map(({ date }) => date),
  ...Object.values(steps).flatMap((step) => {
    const withValues = 'with' in step ? Object.values(step.with ?? {}) : [];
    const values = withValues.flatMap((value) =>
      typeof value === 'string' && value.startsWith('= ') ? [value.slice(2)] : [],
    );
    const wheres = step.kind === 'listen' && step.where !== undefined ? [step.where] : [];
    const dates = step.kind === 'wait-until' ? [step.until] : [];
    return [...values, ...wheres, ...dates];
  }),
];

const chooses = (journey: Journey, facts: readonly string[]): boolean =>
  facts.some((fact) => journey.inputNames.customer.includes(fact)) ||
  expressionsOf(journey).some((source) =>
    pathsIn(source).some(([root, name]) => root === 'customer' && facts.includes(name)),
  );

/** What an attribute is used for, by all that is published. */
export const usesOf = ({ journeys, moments }: Read, attribute: string): Uses => {
  const facts = [attribute, ...(Object.hasOwn(WORKED_OUT, attribute) ? [WORKED_OUT[attribute] ?? ''] : [])];
  return {
    by: ofGate(attribute),
    printed: Object.values(moments).flatMap(({ id, attributes }) =>
      facts.some((fact) => attributes.includes(fact)) ? [id] : [],
    ),
    chosen: Object.values(journeys).flatMap((journey) => (chooses(journey, facts) ? [journey.id] : [])),
  };
};
