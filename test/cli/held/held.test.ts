import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { eraseLocal, readLocal } from '../../../cli/held/local.ts';
import { readHeld } from '../../../cli/held/read-held.ts';
import { openStorage } from '../../../cli/studio/storage.ts';
import { testWorld } from '../../support/world.ts';

const data = mkdtempSync(join(tmpdir(), 'tactful-held-'));
afterAll(() => rmSync(data, { recursive: true }));

it('is what the studio knows of a customer, has told them and has sent them', async () => {
  const db = openStorage(data);
  const { world, send } = testWorld('2026-03-02T10:00:00Z', { db });
  await world.introduce('ada', { email: 'ada@example.com' });
  await send('customer.signed_up', { email: 'ada@example.com', plan: 'team' });
  db.close();
  const held = await readHeld({ data }, 'ada');
  expect(held.state?.attributes.email?.value).toBe('ada@example.com');
  expect(held.timeline.map(({ kind }) => kind)).toContain('entered');
  expect(held.messages).toHaveLength(1);
});

it('is nothing any more once they are erased, machines that wait included', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-erased-'));
  const first = openStorage(folder);
  const { world, send } = testWorld('2026-03-02T10:00:00Z', { db: first });
  for (const customerId of ['ada', 'bob']) await send('customer.signed_up', { customerId, plan: 'team' });
  expect(world.running()).toBe(2);
  first.close();
  expect(eraseLocal(folder, 'ada')).toBe(true);
  expect(eraseLocal(folder, 'ada')).toBe(false);
  expect(readLocal(folder, 'ada')).toBeUndefined();
  expect(readLocal(folder, 'bob')?.state?.id).toBe('bob');
  const again = openStorage(folder);
  const { world: later } = testWorld('2026-03-02T10:00:00Z', { db: again });
  expect(later.running()).toBe(1);
  await later.passUntil(later.now + 30 * 86_400_000);
  again.close();
  expect(readLocal(folder, 'ada')).toBeUndefined();
  rmSync(folder, { recursive: true });
});

it('of a stranger is nothing, and it says where it looked', async () => {
  await expect(readHeld({ data }, 'nobody')).rejects.toThrow(`Nothing is held of "nobody" in ${data}.`);
});

it('is not looked for where no studio has been', async () => {
  await expect(readHeld({ data: join(data, 'none') }, 'ada')).rejects.toThrow(/no studio's data in .*none/);
});
