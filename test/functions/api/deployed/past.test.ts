import { expect, it } from 'vitest';
import { emptyCustomer } from '../../../../core/customer/model/empty-customer.ts';
import { readPast } from '../../../../functions/api/deployed/past.ts';
import { FOR_ALL } from '../../../../functions/shared/stores/past-events.ts';

const SINCE = Date.parse('2026-03-01T00:00:00Z');

const came = (customer: string, id: string, at: number) => ({
  customer,
  at,
  event: { id, source: 'shop', 'detail-type': 'order.placed', time: new Date(at).toISOString(), detail: {} },
});

it('plays events in the order in which they came, with those who were known before the first of them', async () => {
  const queries: unknown[] = [];
  const events = {
    sample: async (...query: unknown[]) => {
      queries.push(query);
      return {
        events: [
          came('bo', 'late', SINCE + 2000),
          came(FOR_ALL, 'outage', SINCE + 1500),
          came('ada', 'early', SINCE + 1000),
          came('guest', 'bought', SINCE + 3000),
          came('gone', 'left', SINCE + 4000),
        ],
        share: 0.05,
      };
    },
  };
  const items: Record<string, ReturnType<typeof emptyCustomer>> = {
    ada: { ...emptyCustomer('ada', SINCE - 1), aliases: ['guest'] },
    guest: { ...emptyCustomer('guest', SINCE - 1), movedTo: 'ada' },
    bo: emptyCustomer('bo', SINCE + 2000),
  };
  const { lines, people, share } = await readPast({ events, load: async (id) => items[id] }, SINCE);
  expect(lines.map((line) => JSON.parse(line).id)).toEqual(['early', 'outage', 'late', 'bought', 'left']);
  expect(people.map(({ id }) => id)).toEqual(['ada', 'guest']);
  expect(share).toBe(0.05);
  expect(queries).toEqual([[SINCE, { events: 20_000, size: 40_000_000 }]]);
});
