import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLinks, LinkExpired, LinkKeyWeak } from '../../../functions/shared/link.ts';
import { LinkForged } from '../../../functions/shared/seal.ts';

const KEY = 'a secret of more than sixteen bytes';
const linksAt = (now: string, key: string | Uint8Array = KEY) =>
  createLinks({ key, baseUrl: 'https://hello.example.com/', now: () => new Date(now) });
const links = linksAt('2026-03-02T09:00:00Z');
const tokenOf = (url: string) => url.split('/').at(-1)!;

describe('public links', () => {
  it('carry what they allow, for any customer id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (customer) => {
        expect(links.verify(tokenOf(links.preferences(customer)))).toEqual({ use: 'preferences', customer });
        expect(links.verify(tokenOf(links.unsubscribe(customer, 'offers', 'email')))).toEqual({
          use: 'unsubscribe',
          customer,
          topic: 'offers',
          channel: 'email',
        });
        expect(links.verify(tokenOf(links.why(customer, 'e1', 'send-welcome', 3)))).toEqual({
          use: 'why',
          customer,
          enrolment: 'e1',
          step: 'send-welcome',
          visit: 3,
        });
      }),
    );
  });

  it('lead to the page of their use', () => {
    expect(links.unsubscribe('ada', undefined, 'email')).toMatch(
      /^https:\/\/hello\.example\.com\/unsubscribe\/[\w-]+$/,
    );
  });

  it('do not show the customer, not even as base64', () => {
    const token = tokenOf(links.preferences('ada@example.com'));
    expect(Buffer.from(token, 'base64url').toString('latin1')).not.toContain('ada');
  });

  it('are refused when any byte differs, when cut, padded, or spelled otherwise', () => {
    const token = tokenOf(links.preferences('ada'));
    const bytes = Buffer.from(token, 'base64url');
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const other = Buffer.from(bytes);
        other[at] = other[at]! ^ change;
        expect(() => links.verify(other.toString('base64url'))).toThrow(LinkForged);
      }),
    );
    const spelled = [
      token.slice(0, -1),
      `${token}A`,
      `${token}=`,
      `${token} `,
      '',
      'x',
      bytes.toString('base64'),
      `${token}.${token}`,
    ];
    for (const other of spelled.filter((each) => each !== token)) expect(() => links.verify(other)).toThrow(LinkForged);
  });

  it('are refused under another key', () => {
    const other = linksAt('2026-03-02T09:00:00Z', new Uint8Array(32));
    expect(() => other.verify(tokenOf(links.preferences('ada')))).toThrow(LinkForged);
  });

  it('expire: after 90 days those that show data, after two years the way out', () => {
    const preferences = tokenOf(links.preferences('ada'));
    const unsubscribe = tokenOf(links.unsubscribe('ada', 'offers', 'email'));
    expect(linksAt('2026-05-31T23:59:59Z').verify(preferences)).toMatchObject({ customer: 'ada' });
    expect(() => linksAt('2026-06-01T00:00:00Z').verify(preferences)).toThrow(LinkExpired);
    expect(linksAt('2028-03-01T00:00:00Z').verify(unsubscribe)).toMatchObject({ topic: 'offers' });
    expect(() => linksAt('2028-03-03T00:00:00Z').verify(unsubscribe)).toThrow('expired on 2028-03-02');
  });

  it('are the same when a message is rendered again that day', () => {
    expect(linksAt('2026-03-02T23:00:00Z').preferences('ada')).toBe(links.preferences('ada'));
    expect(links.preferences('ada')).not.toBe(links.preferences('bob'));
  });

  it('refuse a key that could be guessed', () => {
    expect(() => linksAt('2026-03-02T09:00:00Z', 'short')).toThrow(LinkKeyWeak);
  });
});

describe('the code of an address that answers go to', () => {
  const to = { customer: 'ada', enrolment: 'e1', step: 'ask', visit: 2 };

  it('stands for what is sealed, and has room before an @ whoever its customer is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (customer) => {
        const { code, target } = links.reply({ ...to, customer });
        expect(code).toMatch(/^[a-z2-7]{24}$/);
        expect(links.verify(target)).toEqual({ use: 'reply', ...to, customer });
      }),
    );
  });

  it('is the same all day, another for another message, and good for 180 days', () => {
    const { code, target, until } = links.reply(to);
    expect(linksAt('2026-03-02T23:00:00Z').reply(to).code).toBe(code);
    expect(links.reply({ ...to, visit: 3 }).code).not.toBe(code);
    expect(linksAt('2026-03-02T09:00:00Z', 'another secret of as many bytes').reply(to).code).not.toBe(code);
    const last = new Date(until - 1).toISOString();
    expect(last.slice(0, 10)).toBe('2026-08-29');
    expect(linksAt(last).verify(target)).toMatchObject(to);
    expect(() => linksAt(new Date(until).toISOString()).verify(target)).toThrow(LinkExpired);
  });
});
