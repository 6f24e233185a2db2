import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../core/explain/in-order.ts';
import { knownByThen } from '../../../core/explain/known-by-then.ts';
import { why } from '../../../core/explain/why.ts';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import { guests } from '../../support/guests.ts';
import { compiled } from '../../support/world.ts';

const at = (hour: number): string => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
const goal = (customer: string, hour: number) =>
  ({ kind: 'goal', at: at(hour), customer, journey: 'j', enrolment: 'e', event: 'x' }) as const;
const mergeEntries = (from: string, into: string, hour: number) =>
  [from, into].map((customer) => ({ kind: 'merged', at: at(hour), customer, from, into }) as const);

describe('what a decision about one of two ids rests on', () => {
  const timeline = [
    goal('a', 1),
    goal('b', 2),
    ...mergeEntries('a', 'b', 3),
    goal('c', 4),
    ...mergeEntries('b', 'c', 5),
  ];

  it.each([
    ['a', 2, ['a']],
    ['b', 2, ['b']],
    ['b', 4, ['a', 'b']],
    ['c', 5, ['c']],
    ['c', 7, ['a', 'b', 'c']],
  ])('is, of %s after %i entries, what stood under %s', (customer, entries, ids) => {
    const earlier = knownByThen(timeline.slice(0, entries), customer);
    expect([...new Set(earlier.flatMap(({ kind, customer: of }) => (kind === 'goal' ? [of] : [])))]).toEqual(ids);
  });
});

it('why says that two ids are one person', async () => {
  const { tell, merge, pass, world } = guests();
  await tell('guest', 'customer.signed_up', { plan: 'solo' });
  await pass(HOUR);
  await merge('guest', 'ada');
  const timeline = inOrder((await world.idsOf('guest')).map((id) => world.timeline.of(id)));
  const { lines } = why(
    { customer: 'guest', timeline, state: await world.customer('guest') },
    compiled().catalogue,
    {},
  );
  expect(lines.filter((line) => line.includes('one person'))).toEqual([
    'guest is ada since Mon, 2 Mar 2026, 10:00 +00:00: two ids of one person.',
  ]);
  expect(lines.join()).toContain('welcome');
});
