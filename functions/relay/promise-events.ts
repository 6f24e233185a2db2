import type { PromiseEntry } from '../../core/customer/model/journal.ts';
import type { PROMISE_EVENTS } from '../../language/catalogue/promise-events.ts';
import type { OutgoingEvent } from './ports.ts';

/** What becomes of a promise, as it is called on the bus; the rest is for the story alone. */
const TYPES: Partial<Record<PromiseEntry['status'], keyof typeof PROMISE_EVENTS>> = {
  'due-soon': 'promise.due_soon',
  kept: 'promise.kept',
  broken: 'promise.broken',
  'kept-late': 'promise.kept',
};

/** What others hear of a promise: each word of it once, known by `decision`. */
export const promiseEvents = ({
  status,
  promise,
  customer,
  moment,
  journey,
  madeAt,
  due,
  at,
}: PromiseEntry): OutgoingEvent[] => {
  const type = TYPES[status];
  if (type === undefined) return [];
  const id = `${promise}/${status}`;
  const late = type === 'promise.kept' ? { late: status === 'kept-late' } : {};
  return [
    { id, type, at, detail: { customerId: customer, promise, moment, journey, madeAt, due, ...late, decision: id } },
  ];
};
