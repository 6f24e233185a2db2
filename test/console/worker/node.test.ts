import { createHash, createHmac, hash, hkdfSync } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bytes } from '../../../console/worker/node/bytes.ts';
import * as crypto from '../../../console/worker/node/crypto.ts';
import * as zlib from '../../../console/worker/node/zlib.ts';

const texts = fc.string({ unit: 'grapheme', maxLength: 200 });
const plain = (bytes: Uint8Array): number[] => [...bytes];

describe('what stands for Node in a browser', () => {
  it('draws the same: hashes, keys and signatures are those of Node', () => {
    fc.assert(
      fc.property(texts, texts, (text, salt) => {
        expect(crypto.hash('sha256', text, 'hex')).toBe(hash('sha256', text, 'hex'));
        expect(crypto.createHash('sha256').update(text).digest('hex')).toBe(
          createHash('sha256').update(text).digest('hex'),
        );
        const secret = new TextEncoder().encode(`${salt}-`);
        const derived = crypto.hkdfSync('sha256', secret, '', 'for a test', 32);
        expect(plain(derived)).toEqual(plain(new Uint8Array(hkdfSync('sha256', secret, '', 'for a test', 32))));
        expect(crypto.createHmac('sha256', derived).update(text).digest('base64url')).toBe(
          createHmac('sha256', derived).update(text).digest('base64url'),
        );
      }),
    );
  });

  it('reads and writes bytes as Node does', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        expect(Bytes.byteLength(one)).toBe(Buffer.byteLength(one));
        for (const form of ['base64', 'base64url'] as const) {
          const text = Bytes.from(one).toString(form);
          expect(text).toBe(Buffer.from(one).toString(form));
          expect(Bytes.from(text, form).toString()).toBe(Buffer.from(one).toString());
        }
        expect(Math.sign(Bytes.compare(Bytes.from(one), Bytes.from(other)))).toBe(
          Math.sign(Buffer.compare(Buffer.from(one), Buffer.from(other))),
        );
        expect(inflateRawSync(zlib.deflateRawSync(one)).toString()).toBe(Buffer.from(one).toString());
        expect(zlib.inflateRawSync(deflateRawSync(one)).toString()).toBe(Buffer.from(one).toString());
        const options = { dictionary: Buffer.from('what both know') };
        const short = zlib.deflateRawSync(`what both know${one}`, options);
        expect(inflateRawSync(short, options).toString()).toBe(`what both know${Buffer.from(one)}`);
        expect(zlib.inflateRawSync(short, options).toString()).toBe(`what both know${Buffer.from(one)}`);
      }),
    );
    const signed = Bytes.from('gAD/fw==', 'base64');
    expect([0, 1, 2, 3].map((at) => signed.readInt8(at))).toEqual([-128, 0, -1, 127]);
  });
});
