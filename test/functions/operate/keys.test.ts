import { describe, expect, it } from 'vitest';
import { type Keys, rotateKeys } from '../../../functions/operate/keys.ts';
import type { Keyring } from '../../../functions/shared/keyring.ts';

const open = (keys: Keyring, now: number, of: 'links' | 'inbox' = 'links') => {
  const store = { keys };
  const own = {
    read: async () => store.keys,
    write: async (keyring: Keyring) => {
      store.keys = keyring;
    },
    make: () => 'n'.repeat(64),
  };
  const deps = {
    keys: { [of]: own, ...(of === 'inbox' && { links: own }) } as { links: Keys; inbox?: Keys },
    now: () => now,
  };
  return {
    store,
    rotate: (leaked?: boolean) => rotateKeys(deps, { command: 'rotate-keys', of, ...(leaked ? { leaked } : {}) }),
  };
};

const first = { key: 'f'.repeat(64), from: 0 };
const fresh = 'n'.repeat(64);

describe('rotating the keys of links', () => {
  it('puts a new one before those that there are, and says when it is used', async () => {
    const { store, rotate } = open([first], 1000);
    expect(await rotate()).toEqual({
      ok: true,
      lines: [
        'A new key seals links in 120 minutes, when every function knows it. Links that were sent stay good: the key before it is kept for two years.',
      ],
    });
    expect(store.keys).toEqual([{ key: fresh, from: 1000 + 2 * 3_600_000 }, first]);
  });

  it('asked twice, does it once', async () => {
    const { store, rotate } = open([first], 1000);
    await rotate();
    const once = store.keys;
    expect(await rotate()).toEqual({
      ok: false,
      lines: [
        'Its newest key is used from 1970-01-01T02:00:01.000Z on: every function knows it by then. Rotate it after that.',
      ],
    });
    expect(store.keys).toEqual(once);
  });

  it('keeps none of those that somebody else has, and uses the new one at once, whenever the last rotation was', async () => {
    const { store, rotate } = open([{ key: 'x'.repeat(64), from: 2000 }, first], 1000);
    const { ok, lines } = await rotate(true);
    expect(ok).toBe(true);
    expect(lines[0]).toMatch(/Links that were sent stop working, those of unsubscribing too/);
    expect(store.keys).toEqual([{ key: fresh, from: 1000 }]);
  });

  it('passes on a secret that cannot be read, instead of writing over it', async () => {
    const broken = new Error('broken');
    const keys = { read: () => Promise.reject(broken), write: async () => expect.fail('written'), make: () => fresh };
    await expect(rotateKeys({ keys: { links: keys }, now: () => 1 }, { command: 'rotate-keys' })).rejects.toBe(broken);
  });
});

describe('rotating the keys of inboxes', () => {
  const DAY = 86_400_000;

  it('keeps the one before for a week after the new one is everybody’s, and no longer', async () => {
    const { store, rotate } = open([{ key: 'y'.repeat(64), from: DAY }, first], 9 * DAY, 'inbox');
    const { ok, lines } = await rotate();
    expect({ ok, lines }).toEqual({
      ok: true,
      lines: [
        'The secret of inboxes has a new key. Backends may sign with it at once, and have to from a week after the next 120 minutes on: till then the key before it is good too.',
      ],
    });
    expect(store.keys.map(({ key }) => key[0])).toEqual(['n', 'y']);
  });

  it('keeps none that leaked', async () => {
    const { store, rotate } = open([first], 1000, 'inbox');
    expect((await rotate(true)).lines[0]).toMatch(/within five minutes only what is signed with the new one/);
    expect(store.keys).toEqual([{ key: fresh, from: 1000 }]);
  });

  it('says of a stage without them how it gets some', async () => {
    const keys = { links: { read: async () => [first], write: async () => expect.fail('written'), make: () => fresh } };
    expect(await rotateKeys({ keys, now: () => 1 }, { command: 'rotate-keys', of: 'inbox' })).toEqual({
      ok: false,
      lines: ['This stage has no keys for inboxes: deploy it with inbox=on (docs/inbox.md).'],
    });
  });
});
