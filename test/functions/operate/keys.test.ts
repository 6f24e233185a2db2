import { describe, expect, it } from 'vitest';
import { rotateKeys } from '../../../functions/operate/keys.ts';
import type { Keyring } from '../../../functions/shared/keyring.ts';

const open = (keys: Keyring, now: number) => {
  const held = { keys };
  const deps = {
    keys: {
      read: async () => held.keys,
      write: async (written: Keyring) => {
        held.keys = written;
      },
      make: () => 'n'.repeat(64),
    },
    now: () => now,
  };
  return {
    held,
    rotate: (leaked?: boolean) => rotateKeys(deps, { command: 'rotate-keys', ...(leaked ? { leaked } : {}) }),
  };
};

const first = { key: 'f'.repeat(64), from: 0 };
const fresh = 'n'.repeat(64);

describe('rotating the keys of links', () => {
  it('puts a new one before those that there are, and says when it is used', async () => {
    const { held, rotate } = open([first], 1000);
    expect(await rotate()).toEqual({
      ok: true,
      lines: [
        'A new key seals links in 120 minutes, when every function knows it. Links that were sent stay good: the key before it is kept for two years.',
      ],
    });
    expect(held.keys).toEqual([{ key: fresh, from: 1000 + 2 * 3_600_000 }, first]);
  });

  it('asked twice, does it once', async () => {
    const { held, rotate } = open([first], 1000);
    await rotate();
    const once = held.keys;
    expect(await rotate()).toEqual({
      ok: false,
      lines: [
        'Its newest key is used from 1970-01-01T02:00:01.000Z on: every function knows it by then. Rotate it after that.',
      ],
    });
    expect(held.keys).toEqual(once);
  });

  it('keeps none of those that somebody else has, and uses the new one at once, whenever the last rotation was', async () => {
    const { held, rotate } = open([{ key: 'x'.repeat(64), from: 2000 }, first], 1000);
    const { ok, lines } = await rotate(true);
    expect(ok).toBe(true);
    expect(lines[0]).toMatch(/Links that were sent stop working, those of unsubscribing too/);
    expect(held.keys).toEqual([{ key: fresh, from: 1000 }]);
  });

  it('passes on a secret that cannot be read, instead of writing over it', async () => {
    const broken = new Error('broken');
    const keys = { read: () => Promise.reject(broken), write: async () => expect.fail('written'), make: () => fresh };
    await expect(rotateKeys({ keys, now: () => 1 }, { command: 'rotate-keys' })).rejects.toBe(broken);
  });
});
