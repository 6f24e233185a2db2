import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { eraseFromLocalWorld, readFromLocalWorld } from '../../cli/console/customer-data.ts';
import type { LocalWorld } from '../../cli/console/local-world.ts';
import { createLocalCensus } from '../../cli/console/ports/census.ts';
import { createLocalDirectory } from '../../cli/console/ports/customers.ts';
import { openStorage } from '../../cli/console/storage.ts';
import { readCustomerData } from '../../cli/read-customer-data.ts';
import { inSqlite } from '../../simulator/world/storage.sqlite.ts';
import { guests } from '../support/guests.ts';
import { testWorld } from '../support/world.ts';

const data = mkdtempSync(join(tmpdir(), 'tactful-held-'));
afterAll(() => rmSync(data, { recursive: true }));

it('is what the local world knows of a customer, has told them and has sent them', async () => {
  const db = openStorage(data);
  const { world, send } = testWorld('2026-03-02T10:00:00Z', { db });
  await world.introduce('ada', { email: 'ada@example.com' });
  await send('customer.signed_up', { email: 'ada@example.com', plan: 'team' });
  db.close();
  const customer = await readCustomerData({ data }, 'ada');
  expect(customer.state?.attributes.email?.value).toBe('ada@example.com');
  expect(customer.timeline.map(({ kind }) => kind)).toContain('entered');
  expect(customer.messages).toHaveLength(1);
});

it('is one person’s by either of their ids, until it is erased by either', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-merged-'));
  const db = openStorage(folder);
  const { tell, merge, world } = guests(inSqlite(db));
  for (const id of ['guest', 'ada']) await tell(id, 'customer.signed_up', { plan: 'team' });
  await merge('guest', 'ada');
  const local: Pick<LocalWorld, 'ask'> = { ask: async (question) => question(world) };
  const directory = createLocalDirectory(db, local, createLocalCensus(local).directory);
  const { items } = await directory.find('', { count: 10 });
  expect(items.map(({ customer }) => customer)).toEqual(['ada']);
  db.close();
  const customer = readFromLocalWorld(folder, 'guest');
  expect(customer.state).toMatchObject({ id: 'ada', aliases: ['guest'] });
  expect(new Set(customer.timeline.map(({ customer }) => customer))).toEqual(new Set(['guest', 'ada']));
  expect(customer.messages).toHaveLength(2);
  expect({ ...readFromLocalWorld(folder, 'ada'), customer: 'guest' }).toEqual(customer);
  eraseFromLocalWorld(folder, 'guest');
  for (const id of ['guest', 'ada']) expect(() => readFromLocalWorld(folder, id)).toThrow('Nothing is held');
  rmSync(folder, { recursive: true });
});

it('is nothing any more once they are erased, machines that wait included', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-erased-'));
  const first = openStorage(folder);
  const { world, send } = testWorld('2026-03-02T10:00:00Z', { db: first });
  for (const customerId of ['ada', 'bob']) await send('customer.signed_up', { customerId, plan: 'team' });
  expect(world.running()).toBe(2);
  first.close();
  eraseFromLocalWorld(folder, 'ada');
  const nothing = `Nothing is held of "ada" in ${folder}.`;
  expect(() => eraseFromLocalWorld(folder, 'ada')).toThrow(nothing);
  expect(() => readFromLocalWorld(folder, 'ada')).toThrow(nothing);
  expect(readFromLocalWorld(folder, 'bob')?.state?.id).toBe('bob');
  const again = openStorage(folder);
  const { world: later } = testWorld('2026-03-02T10:00:00Z', { db: again });
  expect(later.running()).toBe(1);
  await later.passUntil(later.now + 30 * 86_400_000);
  again.close();
  expect(() => readFromLocalWorld(folder, 'ada')).toThrow(nothing);
  rmSync(folder, { recursive: true });
});

it('of a stranger is nothing, and it says where it looked', async () => {
  await expect(readCustomerData({ data }, 'nobody')).rejects.toThrow(`Nothing is held of "nobody" in ${data}.`);
});

it('is not looked for where no local world has been', async () => {
  await expect(readCustomerData({ data: join(data, 'none') }, 'ada')).rejects.toThrow(/no local data in .*none/);
});
