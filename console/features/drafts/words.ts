import type { Names } from '../../worker/engine.ts';

const JOURNEY =
  'journey title about purpose enter on when again per exit where steps goal within holdout mutes renamed send task emit wait until offset choose otherwise split arms share listen heard silent reached past unsent unless with id cap confirmed unconfirmed done undone repeat every atMost give fits given none customer. event. heard.';

/** What may be meant while one types. */
export const wordsFor = ({ moments, events, attributes, topics }: Names): string[] => [
  ...new Set([
    ...JOURNEY.split(' '),
    ...moments.map(({ id }) => id),
    ...events.map(({ type }) => type),
    ...attributes.map((name) => `customer.${name}`),
    ...topics,
  ]),
];
