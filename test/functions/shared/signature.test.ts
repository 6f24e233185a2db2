import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSignature } from '../../../functions/shared/signature.ts';

const ours = createSignature(Buffer.from('a key of sixteen bytes or more'));
const others = createSignature(Buffer.from('another key of as many bytes'));
const detail = { customerId: 'ada', decision: 'e1/emit/1', points: 100, unset: undefined };

describe('a signature', () => {
  it('tells what we published, as a bus hands it on, in whatever order', () => {
    const carried = JSON.parse(JSON.stringify(ours.sign('points.granted', detail)));
    expect(ours.isSigned('points.granted', carried)).toBe(true);
    const turned = Object.fromEntries(Object.entries(carried).toReversed());
    expect(ours.isSigned('points.granted', turned)).toBe(true);
  });

  it('tells it of any values', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (any) => {
        const carried = JSON.parse(JSON.stringify(ours.sign('t', any)));
        expect(ours.isSigned('t', carried)).toBe(true);
        expect(others.isSigned('t', carried)).toBe(false);
      }),
    );
  });

  it('is of one type, one detail and one key', () => {
    const signed = ours.sign('points.granted', detail);
    expect(ours.isSigned('points.taken', signed)).toBe(false);
    expect(ours.isSigned('points.granted', { ...signed, points: 1000 })).toBe(false);
    expect(ours.isSigned('points.granted', { ...signed, more: 1 })).toBe(false);
    expect(others.isSigned('points.granted', signed)).toBe(false);
  });

  it.each([undefined, '', 'x', 7, null, [], {}])('is not %j', (signature) => {
    expect(ours.isSigned('points.granted', { ...detail, signature })).toBe(false);
    expect(ours.isSigned('points.granted', detail)).toBe(false);
  });
});
