import type { Field } from './event.ts';

/** The kind of incident that a broken promise is. */
export const PROMISE = 'promise';

const text: Field = { type: 'text', optional: false, provenance: 'observed' };
const date: Field = { ...text, type: 'date' };

/** Of which promise it is: the id of the decision that made it, what said so, since when, and until when it holds. */
const fields = { customerId: text, promise: text, moment: text, journey: text, madeAt: date, due: date };

const ours = (about: string, more: Record<string, Field> = {}) => ({
  about,
  byCustomer: false,
  ours: true,
  customer: 'customerId',
  fields: { ...fields, ...more },
  sets: {},
  signals: [],
  farewell: false,
  returns: false,
});

/** What becomes of what our messages promise, as events of ours. */
export const PROMISE_EVENTS = {
  'promise.due_soon': ours('Three quarters of the time for a promise are over, and nobody has kept it yet.'),
  'promise.broken': ours('The time for a promise is over, and nobody has kept it.'),
  'promise.kept': ours('A promise was kept, in time or late.', { late: { ...text, type: 'boolean' } }),
};
