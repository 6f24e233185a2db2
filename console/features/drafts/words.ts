import type { Names } from '../../worker/engine.ts';

/** What conditions begin with. */
const ROOTS = ['customer.', 'event.', 'heard.'];

/** Names that may be meant while one types; words of the language come of the schema. */
export const wordsFor = ({ moments, events, attributes, topics }: Names): string[] => [
  ...new Set([
    ...ROOTS,
    ...moments.map(({ id }) => id),
    ...events.map(({ type }) => type),
    ...attributes.map((name) => `customer.${name}`),
    ...topics,
  ]),
];
