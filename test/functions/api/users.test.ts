import { describe, expect, it } from 'vitest';
import type { StageUser } from '../../../functions/api/ports.ts';
import { openLocal } from './local.ts';

const user = (name: string, more: Partial<StageUser> = {}): StageUser => ({
  user: name,
  id: name,
  name: `${name}@acme.example`,
  roles: ['viewer'],
  isEnabled: true,
  state: 'active',
  ...more,
});

/** The API with a sign-in of two: `ada`, who asks as admin, and `bo`. */
const open = async () => {
  const world = await openLocal();
  const { api } = world;
  const pool = new Map([user('ada', { roles: ['admin'] }), user('bo')].map((one) => [one.user, one]));
  api.users = {
    list: async () => ({ items: [...pool.values()] }),
    find: async (name) => pool.get(name),
    invite: async (email, roles) => {
      const name = email.split('@')[0] ?? '';
      if (pool.has(name)) return undefined;
      pool.set(name, user(name, { roles: [...roles], state: 'invited' }));
      return pool.get(name);
    },
    setRoles: async (name, _before, after) =>
      void pool.set(name, { ...pool.get(name), roles: [...after] } as StageUser),
    setAccess: async (name, isEnabled) => void pool.set(name, { ...pool.get(name), isEnabled } as StageUser),
  };
  return { ask: world.as('admin'), pool };
};

describe('who may sign in', () => {
  it('is listed, with who asks marked', async () => {
    const { ask } = await open();
    const { items } = await ask('listUsers', { query: {} });
    expect(items.map(({ name, isMe }) => [name, isMe])).toEqual([
      ['ada@acme.example', true],
      ['bo@acme.example', false],
    ]);
  });

  it('is invited once, and gets roles, which stand on record as they were and are', async () => {
    const { ask } = await open();
    const body = { email: 'mia@acme.example', roles: ['agent' as const, 'agent' as const] };
    expect(await ask('inviteUser', { body })).toMatchObject({ user: 'mia', roles: ['agent'], state: 'invited' });
    await expect(ask('inviteUser', { body })).rejects.toThrow('mia@acme.example may sign in already');
    await ask('setRoles', { params: { user: 'mia' }, body: { roles: ['publisher'] } });
    const { items } = await ask('listAudit', { query: { kind: 'user', subject: 'mia' } });
    expect(items).toMatchObject([
      { act: 'setRoles', before: { roles: ['agent'] }, after: { roles: ['publisher'] }, outcome: 'done' },
    ]);
  });

  it('is locked out and let in again', async () => {
    const { ask, pool } = await open();
    const params = { user: 'bo' };
    expect(await ask('setAccess', { params, body: { isEnabled: false } })).toMatchObject({ isEnabled: false });
    expect(pool.get('bo')?.isEnabled).toBe(false);
    expect(await ask('setAccess', { params, body: { isEnabled: true } })).toMatchObject({ isEnabled: true });
  });

  it('stays an admin where they are one: nobody shuts the door behind themselves', async () => {
    const { ask, pool } = await open();
    const params = { user: 'ada' };
    await expect(ask('setRoles', { params, body: { roles: ['viewer'] } })).rejects.toThrow('from themselves');
    await expect(ask('setAccess', { params, body: { isEnabled: false } })).rejects.toThrow('locks themselves out');
    expect(pool.get('ada')).toEqual(user('ada', { roles: ['admin'] }));
    expect(await ask('setRoles', { params, body: { roles: ['admin', 'agent'] } })).toMatchObject({ isMe: true });
  });

  it('is nobody where nobody signs in', async () => {
    const world = await openLocal();
    await expect(world.as('admin')('listUsers', { query: {} })).rejects.toThrow('Locally nobody signs in');
    const { ask } = await open();
    await expect(ask('setRoles', { params: { user: 'eve' }, body: { roles: [] } })).rejects.toThrow('no user "eve"');
  });
});
