import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  KEYS_LAST,
  type Keyring,
  KeyringBroken,
  keysAt,
  RotatedJustNow,
  readKeyring,
  rotate,
  writeKeyring,
} from '../../../functions/shared/keyring.ts';
import { createLinks } from '../../../functions/shared/link.ts';
import { createSignature } from '../../../functions/shared/signature.ts';

const DAY = 86_400_000;
const keyOf = (number: number) => `key-${number}-${'k'.repeat(20)}`;

describe('keys', () => {
  it('a secret of a first deploy is one key, and what was written is read again', () => {
    const plain = 'A'.repeat(64);
    expect(readKeyring(plain)).toEqual([{ key: plain, from: 0 }]);
    const keys = rotate(readKeyring(plain), { key: keyOf(1), now: 5 });
    expect(readKeyring(writeKeyring(keys))).toEqual(keys);
  });

  it.each(['{', '{"format":2,"keys":[]}', '{"format":1,"keys":[]}', '{"format":1,"keys":[{"key":"short","from":0}]}'])(
    '%s is broken, and is said to be without being quoted',
    (text) => {
      expect(() => readKeyring(text)).toThrow(KeyringBroken);
      expect(() => readKeyring(text)).not.toThrow(/short/);
    },
  );

  it('a new key seals only when every function has read it, the old one until then', () => {
    const keys = rotate([{ key: keyOf(0), from: 0 }], { key: keyOf(1), now: 1000 });
    const from = 1000 + 2 * KEYS_LAST;
    expect(keysAt(keys, from - 1)).toEqual({ key: keyOf(0), others: [keyOf(1)] });
    expect(keysAt(keys, from)).toEqual({ key: keyOf(1), others: [keyOf(0)] });
  });

  it('is not rotated again before that', () => {
    const keys = rotate([{ key: keyOf(0), from: 0 }], { key: keyOf(1), now: 1000 });
    expect(() => rotate(keys, { key: keyOf(2), now: 1001 })).toThrow(RotatedJustNow);
  });

  it('whoever has read the keys within their hour opens what anybody seals, as long as links are good', () => {
    // Rotations some days apart; one function seals with what it read up to an hour ago, another opens with the same delay.
    const days = fc.array(fc.integer({ min: 1, max: 800 }), { minLength: 1, maxLength: 6 });
    const delay = fc.integer({ min: 0, max: KEYS_LAST });
    fc.assert(
      fc.property(
        days,
        delay,
        delay,
        fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 730 })),
        (gaps, sealsLate, opensLate, age) => {
          const history: { at: number; keys: Keyring }[] = [{ at: 0, keys: [{ key: keyOf(0), from: 0 }] }];
          for (const [index, gap] of gaps.entries()) {
            const { at, keys } = history.at(-1) ?? { at: 0, keys: [] };
            const now = at + gap * DAY;
            history.push({ at: now, keys: rotate(keys, { key: keyOf(index + 1), now }) });
          }
          const readAt = (now: number) => history.findLast(({ at }) => at <= now)?.keys ?? history[0]?.keys ?? [];
          for (const { at } of history) {
            for (const sealing of [at, at + KEYS_LAST / 2, at + KEYS_LAST, at + 3 * KEYS_LAST]) {
              const opening = sealing + age * DAY;
              const seal = keysAt(readAt(Math.max(0, sealing - sealsLate)), sealing - sealsLate);
              const open = keysAt(readAt(Math.max(0, opening - opensLate)), opening - opensLate);
              expect([open.key, ...open.others]).toContain(seal.key);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('forgets a key when no link of it can be good any more', () => {
    let keys: Keyring = [{ key: keyOf(0), from: 0 }];
    for (let year = 1; year <= 10; year++) keys = rotate(keys, { key: keyOf(year), now: year * 365 * DAY });
    expect(keys.map(({ key }) => key)).toEqual([10, 9, 8, 7].map(keyOf));
  });

  it('opens links and knows signatures of other keys, and makes them with its own', () => {
    const links = (key: string, others: string[]) =>
      createLinks({ key, others, baseUrl: 'https://a.example', now: () => new Date(0) });
    const old = links(keyOf(0), []).preferences('ada').split('/').at(-1) ?? '';
    const turned = links(keyOf(1), [keyOf(0)]);
    expect(turned.verify(old)).toEqual({ use: 'preferences', customer: 'ada' });
    expect(turned.preferences('ada')).toBe(links(keyOf(1), []).preferences('ada'));
    expect(() => links(keyOf(1), [keyOf(2)]).verify(old)).toThrow(/not made by us/);
    const [before, after] = [
      createSignature(Buffer.from(keyOf(0))),
      createSignature(Buffer.from(keyOf(1)), [Buffer.from(keyOf(0))]),
    ];
    expect(after.isSigned('x', before.sign('x', { a: 1 }))).toBe(true);
    expect(before.isSigned('x', after.sign('x', { a: 1 }))).toBe(false);
  });
});
