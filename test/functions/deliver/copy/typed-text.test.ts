import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRenderer } from '../../../../functions/deliver/copy/render.ts';
import { hasLink, IN_SMS, IN_TEXT, printTyped } from '../../../../functions/deliver/copy/typed-text.ts';
import type { Channel } from '../../../../language/catalogue/channel.ts';
import type { Moment } from '../../../../language/catalogue/moment.ts';
import { runs } from '../../../support/depth.ts';

const BODY =
  'Hello{% if customer.firstName %} {{ customer.firstName }}{% endif %}, “{{ event.subject }}”. [Go]({{ event.url }})';

const render = (channel: Channel, customer: Record<string, unknown>, event: Record<string, unknown> = {}) => {
  const line = '{{ customer.firstName }}{{ event.subject }}';
  const copy = { because: line, subject: line, preheader: line, body: BODY, sections: {} };
  const moment: Moment = {
    id: 'm',
    channels: [channel],
    attributes: [],
    uses: {},
    whole: ['event.url'],
    copy: { default: copy },
  };
  const names = { event, customer, with: {} };
  return createRenderer({ catalogue: { moments: { m: moment } } })({ moment: 'm', channel, names, zone: 'UTC' });
};

/** All that a customer would see. */
const seen = (channel: Channel, customer: Record<string, unknown>, event: Record<string, unknown> = {}) => {
  const { subject, preheader, text, html, because } = render(channel, customer, event);
  return [subject, preheader, text, html, because].join('\n');
};

const SPAM = [
  'You won! https://evil.example/prize',
  'HTTPS://EVIL.EXAMPLE',
  'www.evil.example',
  'evil.example/prize',
  'evil.example?x=1',
  'mailto:win@evil.example',
  'ftp://evil.example/x',
  'see https:\\\\evil.example\\x',
  'www．evil．example',
  'tel:+441234567',
];

describe('what somebody typed', () => {
  it.each(SPAM)('carries no link into a message: %s', (typed) => {
    for (const channel of ['email', 'inbox', 'sms'] as const) {
      const all = seen(channel, { firstName: typed }, { subject: `Help ${typed} now` });
      expect(all).not.toMatch(/evil[.．]|prize|\+44/i);
      expect(all).toContain('Help');
      expect(all).toContain('Hello,');
    }
  });

  it('is read by a colleague as it was written', () => {
    const { text } = render('agent', { firstName: 'Ada' }, { subject: 'See https://app.example/x' });
    expect(text).toContain('See https://app.example/x');
  });

  it('may name a company that sounds like an address, of which no client makes a link', () => {
    expect(printTyped('Booking.com', IN_TEXT)).toBe('Booking.\u2060com');
    expect(printTyped('Booking.com', IN_SMS)).toBe('Booking. com');
    expect(seen('email', { firstName: 'Booking.com' })).not.toContain('Booking.com');
    for (const text of ['Dr. Ada', 'U.S.A.', '3.14', '10:30 p.m.', 'z.B. so'])
      expect(printTyped(text, IN_TEXT)).toBe(text);
  });

  it('is short', () => {
    const long = `${'Ada '.repeat(500)}end`;
    expect(render('email', { firstName: long }).subject.length).toBeLessThanOrEqual(80);
    expect(render('sms', {}, { subject: long }).text.length).toBeLessThan(120);
    expect(seen('email', {}, { subject: long })).not.toContain('end');
    expect(printTyped('😀'.repeat(400), IN_TEXT)).toBe(`${'😀'.repeat(299)}…`);
  });

  it('never holds what a mail client would make a link of, whatever it is', () => {
    const piece = fc.constantFrom('https://', 'www.', 'a.com', '/', '.', ' ', 'evil', ':', '//', 'x@y.org', '?q', '\\');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(IN_TEXT, IN_SMS), (pieces, style) => {
        const printed = printTyped(pieces.join(''), style);
        expect(hasLink(printed)).toBe(false);
        expect(printed).not.toMatch(/\p{L}\.\p{L}{2}/u);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('addresses that systems give', () => {
  const url = `https://shop.example/cart?${'item=1234567890&'.repeat(60)}end=1`;

  it('are whole, however long, in a link, in a text and in a text message', () => {
    for (const channel of ['email', 'inbox', 'sms'] as const) expect(render(channel, {}, { url }).text).toContain(url);
    expect(render('email', {}, { url }).html).toContain(`href="${url.replaceAll('&', '&amp;')}"`);
  });

  it('are no link where the field is only a text', () => {
    expect(seen('email', {}, { url: 'javascript:alert(1)' })).not.toContain('href');
  });

  it('are also those that the copy itself says', () => {
    const body = '{{ customer.shop | default: "https://acme.example/shop" }}';
    const copy = { because: 'b', body, sections: {} };
    const moment: Moment = { id: 'm', channels: ['inbox'], attributes: [], uses: {}, copy: { default: copy } };
    const names = { event: {}, customer: {}, with: {} };
    const { text } = createRenderer({ catalogue: { moments: { m: moment } } })({
      moment: 'm',
      channel: 'inbox',
      names,
      zone: 'UTC',
    });
    expect(text).toBe('https://acme.example/shop');
  });
});

it.each(['', '   ', '\n\t', '\u00a0', null])(
  'a fact that is %j is missing, also where copy asks for it',
  (firstName) => {
    for (const channel of ['email', 'sms', 'agent'] as const)
      expect(render(channel, { firstName }, { subject: 'x' }).text).toContain('Hello, “x”');
  },
);

describe('the looks of links and images', () => {
  const html = (body: string) => {
    const moment: Moment = {
      id: 'm',
      channels: ['email'],
      attributes: [],
      uses: {},
      copy: { default: { because: 'b', subject: 's', body, sections: {} } },
    };
    const names = { event: {}, customer: {}, with: {} };
    return createRenderer({ catalogue: { moments: { m: moment } } })({
      moment: 'm',
      channel: 'email',
      names,
      zone: 'UTC',
    });
  };

  it('are written in braces behind them, and nowhere shown', () => {
    const { html: page, text } = html(
      '[Back](https://a.example/x){.button}\n\n![Our *shop*](https://a.example/s.png){width=300} and {.button}',
    );
    expect(page).toContain('<a class="button" href="https://a.example/x">Back</a></p>');
    expect(page).toContain('<img src="https://a.example/s.png" alt="Our shop" width="300"> and {.button}');
    expect(text).toBe('Back (https://a.example/x)\n\nOur shop and {.button}');
  });
});
