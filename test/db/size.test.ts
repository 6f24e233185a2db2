import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { toItem } from '../../core/customer/model/item.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { timersIn } from '../../core/customer/standing.ts';
import { createDynamoStore } from '../../functions/shared/stores/store.dynamo.ts';
import { busy } from '../support/busy-customer.ts';
import { newCustomers } from '../support/tables.ts';
import { openDatabase } from './database.ts';

const { client, usage } = openDatabase();

/** As DynamoDB counts it: names and values, a number at a byte for two digits and one more. */
const sizeOf = (state: CustomerState): number => {
  const { id, version } = state;
  const due = Math.min(...timersIn(state).map((timer) => timer.due));
  const numbers = [version, due].map((number) => Math.ceil(String(number).length / 2) + 1);
  return Buffer.byteLength(`id${id}version${toItem(state)}itemdue`) + numbers.reduce((sum, bytes) => sum + bytes, 0);
};

describe('an item with every list at its cap', () => {
  it('stays below 16 KiB, is billed as such, and comes back as it was', { timeout: 120_000 }, async () => {
    const { state } = await busy(26, 6);
    const table = await newCustomers(client);
    const store = createDynamoStore({ client, table });
    // Its history went by without a table: the version before is all that the condition asks for.
    const before = { id: { S: state.id }, version: { N: String(state.version - 1) }, item: { S: '{}' } };
    await client.send(new PutItemCommand({ TableName: table, Item: before }));

    const size = sizeOf(state);
    const [read, write] = [usage.read, usage.write];
    expect(await store.commit(state)).toEqual({ committed: true });
    expect(await store.load(state.id)).toEqual(state);

    expect(size).toBeLessThan(16_384);
    expect(usage.write - write).toBe(Math.ceil(size / 1024));
    expect(usage.read - read).toBe(Math.ceil(size / 4096));
  });
});
