import { expect, it } from 'vitest';
import { eventType } from '../../support/catalogue.ts';
import { field, intakeOf, refusal } from './support.ts';

const events = { told: eventType({ customer: 'who', fields: { customerId: field('text') } }) };

it.each([
  ['blanks', ' \t\u00a0'],
  ['a sign that nobody sees', '\u200b'],
  ['a mark of direction', '\u200e\u200f'],
])('an id of nothing but %s is nobody, whether or not it is a declared field', async (_kind, who) => {
  const { take, store } = intakeOf(events);
  expect(await refusal(take('told', { who }))).toMatchObject({ reason: 'no-customer' });
  expect(store.ids()).toEqual([]);
});

it('ids are compared sign by sign', async () => {
  const { take, store } = intakeOf(events);
  const ids = ['andr\u00e9', 'andre\u0301', 'Andr\u00e9', 'andr\u00e9 ', 'andr\u00e9\u200b'];
  for (const who of ids) await take('told', { who });
  expect(store.ids()).toHaveLength(ids.length);
});
