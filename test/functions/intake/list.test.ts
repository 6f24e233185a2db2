import { describe, expect, it } from 'vitest';
import { readFields } from '../../../functions/intake/fields.ts';
import type { CustomerLocation } from '../../../language/catalogue/customer-location.ts';
import type { ListType } from '../../../language/catalogue/field-type.ts';
import { eventType } from '../../support/catalogue.ts';

const BERLIN: CustomerLocation = { zone: 'Europe/Berlin', regions: ['DE'] };
const ITEMS: ListType = {
  list: {
    name: { type: 'text', optional: false },
    price: { type: 'number', optional: false },
    until: { type: 'date', optional: true },
    size: { type: ['S', 'M'], optional: true },
    added: { type: 'date', optional: true, from: 'epoch-seconds' },
  },
};

const read = (items: unknown, optional = false) =>
  readFields(
    eventType({ fields: { items: { type: ITEMS, optional, provenance: 'stated' } } }),
    { customerId: 'ada', items },
    BERLIN,
  );

describe('a list of things', () => {
  it('keeps the declared fields of each, as their types keep them', async () => {
    const tent = { name: ' Tent', price: '120', until: '2026-03-10', size: 'm', colour: 'red' };
    const { fields, fault } = await read([tent, { name: 'Socks', price: 9.5, size: '', until: null }]);
    expect(fault).toBeUndefined();
    expect(fields.items).toEqual([
      { name: ' Tent', price: 120, until: '2026-03-09T23:00:00.000Z', size: 'M' },
      { name: 'Socks', price: 9.5 },
    ]);
  });

  it.each([
    [[], []],
    [{ name: 'Tent', price: 1 }, [{ name: 'Tent', price: 1 }]],
    [[{ name: 'Tent', price: 1, size: 'XXL' }], [{ name: 'Tent', price: 1 }]],
    [[{ name: 'Tent', price: 1, added: 1772452800 }], [{ name: 'Tent', price: 1, added: '2026-03-02T12:00:00.000Z' }]],
  ])('%j is kept as %j', async (value, items) => expect((await read(value)).fields.items).toEqual(items));

  it.each([
    [[{ name: 'a', price: 1 }, { name: 'b' }], 'does not fit at element 2: price is missing; it should be a number'],
    [[{ name: 'a', price: 'dear' }], 'does not fit at element 1: price is "dear"; it should be a number'],
    [[null], 'does not fit at element 1: name is missing; it should be a text'],
    [['Tent'], 'does not fit at element 1: name is missing; it should be a text'],
    ['Tent', 'is "Tent"; it should be a list, each with name (a text), price (a number such as 1234.5)'],
    [undefined, 'is missing; it should be a list'],
  ])('%j is refused', async (value, problem) => {
    expect((await read(value)).fault).toMatchObject({ field: 'items', problem: expect.stringContaining(problem) });
  });

  it('that may be missing is left out, and told, where one of its things does not fit', async () => {
    const { fields, leftOut, fault } = await read([{ name: 'a' }], true);
    expect({ fields, fault }).toEqual({ fields: { customerId: 'ada' }, fault: undefined });
    expect(leftOut).toMatchObject([{ field: 'items', problem: expect.stringContaining('at element 1') }]);
  });
});
