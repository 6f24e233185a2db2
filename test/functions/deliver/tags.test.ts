import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTags, tagsOf } from '../../../functions/deliver/tags.ts';
import { createLinks } from '../../../functions/shared/link.ts';
import { createSeal, LinkForged } from '../../../functions/shared/seal.ts';
import { message } from '../../support/message.ts';

const seal = createSeal(Buffer.from('a key of more than sixteen bytes'));

describe('the tags of a message', () => {
  it('find their decision again, whatever the customer id is, in the characters that SES takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 128 }), (customer) => {
        const tags = tagsOf(message({ customer }), seal);
        for (const value of Object.values(tags)) expect(value).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
        expect(readTags(tags, seal)).toEqual({ customer, decision: message().id });
      }),
    );
  });

  it('say nothing of who the customer is', () => {
    expect(JSON.stringify(tagsOf(message({ customer: 'ada@example.com' }), seal))).not.toContain('ada');
  });

  it('refuse a customer that was changed on its way', () => {
    const tags = tagsOf(message(), seal);
    expect(() => readTags({ ...tags, c: `A${tags.c?.slice(1)}` }, seal)).toThrow(LinkForged);
  });

  it('are nothing to us without ours, and a public link does not pass for one', () => {
    expect(readTags({ campaign: 'x' }, seal)).toBeUndefined();
    const links = createLinks({
      key: 'a key of more than sixteen bytes',
      baseUrl: 'https://x.example',
      now: () => new Date(0),
    });
    const token = links.preferences('ada').split('/').at(-1) as string;
    expect(readTags({ decision: 'e_s', c: token }, seal)).toBeUndefined();
  });

  it('do not pass for a public link either', () => {
    const links = createLinks({
      key: 'a key of more than sixteen bytes',
      baseUrl: 'https://x.example',
      now: () => new Date(0),
    });
    const customer = '[99999,{"use":"preferences","customer":"eve"}]';
    expect(() => links.verify(String(tagsOf(message({ customer }), seal).c))).toThrow(LinkForged);
  });
});
