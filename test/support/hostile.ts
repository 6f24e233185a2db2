import { hash } from 'node:crypto';
import fc from 'fast-check';

/** As many bytes as asked for, which nothing compresses. */
const noise = (seed: number, length: number): Buffer => {
  const blocks = Math.ceil(length / 32);
  const all = Array.from({ length: blocks }, (_, index) => hash('sha256', `${seed}/${index}`, 'buffer'));
  return Buffer.concat(all).subarray(0, length);
};

const drawText = (seed: number, length: number, from: number, to: number): string => {
  const bytes = noise(seed, 2 * length);
  const codes = Array.from({ length }, (_, index) => from + (bytes.readUInt16BE(2 * index) % (to - from + 1)));
  return codes.map((code) => String.fromCodePoint(code)).join('');
};

const KINDS: ((seed: number, length: number) => string)[] = [
  (seed, length) => noise(seed, length).toString('base64'),
  (seed, length) => drawText(seed, length, 0x20000, 0x2a6df),
  (seed, length) => drawText(seed, length, 0x4e00, 0x9fff),
  (seed, length) => drawText(seed, length, 0xd800, 0xdfff),
  (seed, length) => drawText(seed, length, 0, 31),
  (seed, length) => drawText(seed, length, 32, 126),
  (seed, length) => `https://a.example/${noise(seed, length).toString('base64url')}`,
];

/** Texts that take more room than they seem to: noise, characters of four bytes, halves of pairs, what JSON escapes, and addresses, which are not cut. */
export const hostileText = (length = 3000): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc.tuple(fc.constantFrom(...KINDS), fc.noBias(fc.nat())).map(([kind, seed]) => kind(seed, length)),
    },
    { weight: 1, arbitrary: fc.constantFrom('', '__proto__', 'constructor', 'a'.repeat(length)) },
  );
