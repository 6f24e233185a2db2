import type { ChangeCustomer } from '../../functions/shared/stores/change.ts';

/** What has happened to somebody by the time of a message in the middle of a journey: about 3 KB of item. */
const HISTORY: { type: string; daysAgo: number; fields: Record<string, unknown>; score?: number }[] = [
  {
    type: 'customer.signed_up',
    daysAgo: 40,
    fields: { email: 'ada@example.com', firstName: 'Ada', plan: 'solo', zone: 'Europe/Berlin', locale: 'en' },
  },
  { type: 'product.activated', daysAgo: 39, fields: { feature: 'report' } },
  { type: 'support.ticket_opened', daysAgo: 30, fields: { ticketId: 't1', subject: 'Where is my report?' } },
  { type: 'support.ticket_resolved', daysAgo: 29, fields: { ticketId: 't1' } },
  { type: 'feedback.received', daysAgo: 20, fields: { scale: 'nps', score: 9 }, score: 0.6 },
  { type: 'customer.preference_changed', daysAgo: 19, fields: { topic: 'offers', choice: 'granted' } },
  {
    type: 'subscription.renewal_due',
    daysAgo: 2,
    fields: { subscriptionId: 's1', renewsAt: '2026-03-20T00:00:00.000Z', amount: 29, currency: 'EUR' },
  },
];

/** Makes a customer to whom all that has happened, and answers the enrolment that they are in: its first wait is over. */
export const typicalCustomer = async (change: ChangeCustomer, id: string, now: number): Promise<string> => {
  let enrolment = '';
  for (const [index, { type, daysAgo, fields, score }] of HISTORY.entries()) {
    const event = {
      id: `${id}-${index}`,
      type,
      at: new Date(now - daysAgo * 86_400_000).toISOString(),
      fields: { customerId: id, ...fields },
      signals: score === undefined ? [] : [{ value: score, weight: 1, because: 'They answered 9 of 10.' }],
    };
    const { after } = await change(id, { kind: 'event', event });
    enrolment = Object.entries(after.enrolments).find(([, { journey }]) => journey === 'renewal')?.[0] ?? '';
  }
  const wait = { journey: 'renewal', enrolment, step: 'three-weeks-before', visit: 1, task: 'wait-until' };
  await change(id, { kind: 'task', ...wait });
  return enrolment;
};
