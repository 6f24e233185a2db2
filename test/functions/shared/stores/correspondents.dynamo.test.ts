import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createDynamoCorrespondents } from '../../../../functions/shared/stores/correspondents.dynamo.ts';
import { T0 } from '../../../support/customer.ts';

const HALF_A_YEAR = 180 * 86_400;
const ada = { customer: 'ada', decision: 'e1/ask/2' };

/** A table as far as this store needs one. */
const open = (key = 'k'.repeat(64)) => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  const items = new Map<string, object>();
  const clock = { now: T0 };
  mock.on(PutItemCommand).callsFake(({ Item }) => {
    items.set(`${Item.pk.S} ${Item.sk.S}`, Item);
    return {};
  });
  mock.on(GetItemCommand).callsFake(({ Key }) => ({ Item: items.get(`${Key.pk.S} ${Key.sk.S}`) }));
  const store = createDynamoCorrespondents({ client, table: 'Records', key: async () => key, now: () => clock.now });
  return { store, items, clock };
};

describe('whom we last wrote to at a number', () => {
  it('is found by the number, however it is written, and is the last one', async () => {
    const { store } = open();
    await store.remember('+44 20 7183 8750', { ...ada, customer: 'bea' });
    await store.remember('+442071838750', ada);
    expect(await store.find('+442071838750')).toEqual(ada);
    expect(await store.find('+442071838751')).toBeUndefined();
  });

  it('holds no number, nor what anybody could look it up by without the key', async () => {
    const [one, other] = [open('a'.repeat(64)), open('b'.repeat(64))];
    for (const { store } of [one, other]) await store.remember('+442071838750', ada);
    expect(JSON.stringify([...one.items])).not.toContain('7183');
    expect([...one.items.keys()][0]).toMatch(/^correspondent#[0-9a-f]{40} last$/);
    expect([...one.items.keys()]).not.toEqual([...other.items.keys()]);
  });

  it('is forgotten after half a year, also where the record still lies there', async () => {
    const { store, items, clock } = open();
    await store.remember('+442071838750', ada);
    expect([...items.values()]).toMatchObject([{ ttl: { N: String(T0 / 1000 + HALF_A_YEAR) } }]);
    clock.now = T0 + HALF_A_YEAR * 1000;
    expect(await store.find('+442071838750')).toBeUndefined();
  });
});
