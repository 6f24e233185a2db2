import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWithoutOurs } from '../../../core/reply/our-words.ts';

const TEMPLATE = `Hello{% if customer.firstName %} {{ customer.firstName }}{% endif %},

{{ event.service | capitalize }} is not working as it should. **Some things may be slow**, or need a second try. The
rest of [your account](https://acme.example) is not affected.

We are on it, and tell you when it is over.`;

const cut = createWithoutOurs([TEMPLATE]);

describe('our own message given back', () => {
  it('is cut, wherever a mail program breaks and marks its lines', () => {
    const sent =
      '> Checkout is not working as it should. Some things may be\n> slow, or need a second try.\n\nThe rest of *your account* is not affected.\nWE ARE ON IT, and tell you when it is over.';
    const left = cut(`Thanks, all works.\n${sent}`);
    expect(left.replace(/[\s>]+/g, ' ').trim()).toMatch(
      /^Thanks, all works\. (Checkout )?$|^Thanks, all works\.( Checkout)?$/,
    );
  });

  it('is no sentence that a customer happens to write like one of ours', () => {
    for (const text of [
      'The export is not working as it should.',
      'Some things may be slow, or need a second try. I am tired of it.',
      'Hello,',
      '',
    ])
      expect(cut(text)).toBe(text);
  });

  it('is cut where it stands, also after letters that are longer in small', () => {
    const opening = 'İİİ and 😀:';
    expect(
      cut(`${opening}\nSome things may be slow, or need a second try. The rest of your account is not affected. İ`),
    ).toBe(`${opening}\n    İ`);
  });

  it('is nothing where there is no copy', () => {
    expect(createWithoutOurs([])('It works.')).toBe('It works.');
  });

  it('leaves any other text as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(cut(text)).toBe(text);
      }),
    );
  });
});
