import { expect, it } from 'vitest';
import type { IntakeAnswer } from '../../../functions/intake/answer.ts';
import { createKeepPast } from '../../../functions/intake/keep-past.ts';
import { FOR_ALL, isSampled } from '../../../functions/shared/stores/past-events.ts';

const NOW = Date.parse('2026-03-02T09:00:00Z');

const open = ({ share = 1, fails = false } = {}) => {
  const pastEvents: unknown[] = [];
  const reported: string[] = [];
  const keepPast = createKeepPast({
    log: {
      keep: async (customer, event, at) => {
        if (fails) throw new Error('throttled');
        pastEvents.push({ customer, event, at });
      },
    },
    share,
    report: ({ message }) => void reported.push(message),
    now: () => NOW,
  });
  return { keepPast, pastEvents, reported };
};

const body = (more: object = {}) =>
  JSON.stringify({
    version: '0',
    id: 'e1',
    source: 'acme.shop',
    'detail-type': 'order.placed',
    account: '111122223333',
    detail: { customerId: 'ada' },
    ...more,
  });
const APPLIED: IntakeAnswer = { status: 'applied', customer: 'ada' };

it('keeps what was taken, as it came, and when it came where it does not say', async () => {
  const { keepPast, pastEvents } = open();
  await keepPast(body(), APPLIED);
  const event = { id: 'e1', source: 'acme.shop', 'detail-type': 'order.placed', detail: { customerId: 'ada' } };
  expect(pastEvents).toEqual([{ customer: 'ada', at: NOW, event: { ...event, time: '2026-03-02T09:00:00.000Z' } }]);
});

it('keeps an event about everyone as one, beside those of a customer who is called everyone', async () => {
  const { keepPast, pastEvents } = open();
  await keepPast(body({ id: 'e2' }), { status: 'applied', broadcast: 'b1' });
  await keepPast(body(), { status: 'applied', customer: 'everyone' });
  expect(pastEvents).toMatchObject([
    { customer: FOR_ALL, event: { id: 'e2' } },
    { customer: 'everyone', event: { id: 'e1' } },
  ]);
  expect(isSampled('everyone', 0.000001)).toBe(false);
});

it.each<[string, string, IntakeAnswer]>([
  ['what was taken before', body(), { status: 'duplicate', customer: 'ada' }],
  ['what came too late', body(), { status: 'stale', customer: 'ada' }],
  ['what concerns nobody', body(), { status: 'skipped' }],
  ['what our journeys said', body({ source: 'tactful' }), APPLIED],
  ['what became of our emails', body({ source: 'aws.ses' }), APPLIED],
  ['what answers our messages', body({ source: 'tactful.inbound' }), APPLIED],
  ['what an event about everyone becomes for each', body({ addressed: { customer: 'ada', broadcast: 'b1' } }), APPLIED],
  [
    'what tells of several at once, as an erasure of one would leave it with another',
    body(),
    { ...APPLIED, others: [{ status: 'applied', customer: 'bo' }] },
  ],
  ['what told of several of whom one was taken', body(), { ...APPLIED, others: [] }],
  ['what does not fit into a record', body({ detail: { customerId: 'ada', text: 'x'.repeat(64_000) } }), APPLIED],
])('keeps nothing of %s', async (_what, text, answer) => {
  const { keepPast, pastEvents, reported } = open();
  await keepPast(text, answer);
  expect({ pastEvents, reported }).toEqual({ pastEvents: [], reported: [] });
});

it('reports that it could not keep one, and takes nothing back', async () => {
  const { keepPast, reported } = open({ fails: true });
  await keepPast(body(), APPLIED);
  expect(reported).toEqual(['throttled']);
});

it('keeps those of a share of customers, always the same ones', async () => {
  const ids = Array.from({ length: 4000 }, (_, index) => `c-${index}`);
  const twentieth = ids.filter((id) => isSampled(id, 0.05));
  expect(twentieth.length / ids.length).toBeCloseTo(0.05, 1);
  expect(twentieth.every((id) => isSampled(id, 0.1))).toBe(true);
  expect(ids.some((id) => isSampled(id, 0))).toBe(false);
  const { keepPast, pastEvents } = open({ share: 0.05 });
  for (const customer of ids.slice(0, 200)) await keepPast(body(), { status: 'applied', customer });
  expect(pastEvents).toHaveLength(ids.slice(0, 200).filter((id) => isSampled(id, 0.05)).length);
});
