import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { CopyFailed, MomentNotFound } from '../../../../functions/deliver/copy/errors.ts';
import { type Ask, createRenderer } from '../../../../functions/deliver/copy/render.ts';
import type { Gesture } from '../../../../language/catalogue/gesture.ts';
import type { Copy, Moment } from '../../../../language/catalogue/moment.ts';

const copyOf = (copy: Partial<Copy>): Copy => ({
  because: 'You asked.',
  subject: 'Hello',
  body: 'Hi',
  sections: {},
  ...copy,
});

const momentOf = (copy: Partial<Copy>, others: Record<string, Partial<Copy>> = {}): Moment => ({
  id: 'welcome',
  channels: ['email'],
  attributes: [],
  uses: {},
  copy: {
    default: copyOf(copy),
    ...Object.fromEntries(Object.entries(others).map(([tag, other]) => [tag, copyOf(other)])),
  },
});

const asking = (names: Partial<Ask['names']> = {}, more: Partial<Ask> = {}): Ask => ({
  moment: 'welcome',
  channel: 'email',
  names: { event: {}, customer: {}, with: {}, ...names },
  zone: 'Europe/London',
  ...more,
});

const render = (copy: Partial<Copy>, names: Partial<Ask['names']> = {}, more: Partial<Ask> = {}) =>
  createRenderer({ catalogue: { moments: { welcome: momentOf(copy) } } })(asking(names, more));

/** Of a moment that is more than its copy. */
const rendered = (
  more: Partial<Moment>,
  copy: Partial<Copy>,
  names: Partial<Ask['names']>,
  channel: Ask['channel'] = 'email',
) =>
  createRenderer({ catalogue: { moments: { welcome: { ...momentOf(copy), ...more } } } })(asking(names, { channel }));

describe('rendering copy', () => {
  it('makes HTML, and a text that reads well by itself', () => {
    const body = [
      '# A start',
      'Three things **worth** knowing:',
      '- a [guide](https://example.com/guide)\n- a call:\n\n  any day',
      '1. one\n2. two',
      '> quoted\n> twice',
      '| Plan | Users |\n|---|---|\n| Team | 10 |',
      'Write to [us@example.com](mailto:us@example.com) or see https://example.com/help today.',
    ].join('\n\n');
    const { html, text } = render({ body });
    expect(html).toContain('<a href="https://example.com/guide">guide</a>');
    expect(html).toContain('<a href="https://example.com/help">https://example.com/help</a>');
    expect(text).toBe(
      [
        'A start',
        'Three things worth knowing:',
        '- a guide (https://example.com/guide)\n\n- a call:\n\n  any day',
        '1. one\n2. two',
        '> quoted\n> twice',
        'Plan | Users\nTeam | 10',
        'Write to us@example.com or see https://example.com/help today.',
      ].join('\n\n'),
    );
  });

  it.each([
    '<b>Ada</b>',
    '[x](java script)',
    '**Ada** _B_ `C`',
    '{{ event.s }}{% if true %}',
    '# Ada',
    '- Ada',
    '1. Ada',
    '    Ada',
    '![x](pixel)',
    '\\*Ada\\*',
    '&lt;b&gt;',
  ])('keeps the value %j as it is, in HTML and in text', (name) => {
    const { html, text } = render(
      { body: '{{ customer.firstName }}' },
      { customer: { firstName: name }, event: { s: 's' } },
    );
    const escaped = name
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;');
    expect(html).toBe(`<p>${escaped}</p>`);
    expect(text).toBe(name.trim());
  });

  it('lets no value add a tag, a link or a line, whatever it is and wherever it stands', () => {
    const body =
      'Dear **{{ customer.a }}**, `{{ customer.a }}` and [{{ customer.a }}](https://example.com/?q={{ customer.a }}).';
    const shape = (html: string) => (html.match(/<\/?[a-z]+/g) ?? []).join();
    const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '');
    const markup = fc
      .stringMatching(/^[a<>"'&[\]()!*_`#{}%|\\:/\n\uE0000\uE001-]+$/)
      .filter((text) => /[^\s\uE000\uE001]/.test(text));
    fc.assert(
      fc.property(fc.oneof(value, markup), (a) => {
        const { html, text } = render({ body }, { customer: { a } });
        expect(shape(html ?? '')).toBe('<p,<strong,</strong,<code,</code,<a,</a,</p');
        expect(text).not.toContain('\n');
        expect(text).not.toContain('\uE000');
      }),
    );
  });

  it('takes a value as the address of a link only where it leads to the web, mail or a phone', () => {
    const body = '[Open]({{ event.url }})';
    const open = (url: string) => rendered({ whole: ['event.url'] }, { body }, { event: { url } }).html;
    expect(open('https://example.com/a b?c=1')).toBe('<p><a href="https://example.com/a%20b?c=1">Open</a></p>');
    const query = render({ body: '[Open](https://example.com/?q={{ event.q }}&r=1)' }, { event: { q: 'a&r=2#é b' } });
    expect(query.html).toContain('href="https://example.com/?q=a%26r%3D2%23%C3%A9%20b&amp;r=1"');
    for (const url of [
      'javascript:alert(1)',
      ' JavaScript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      '//x.example',
    ])
      expect(open(url)).toBe('<p>Open</p>');
    expect(render({ body }, { event: { url: 'https://example.com/typed' } }).html).toBe('<p>Open</p>');
  });

  it('prints dates in the zone and locale of the customer', () => {
    const body = [
      '{{ event.at | date }}',
      '{{ event.at | date: "time" }}',
      '{{ event.day | date }}',
      '{{ event.none | date }}.',
    ].join('; ');
    const event = { at: '2026-03-02T23:30:00Z', day: '2026-03-03' };
    expect(render({ body }, { event }).text).toBe('2 March 2026; 23:30; 3 March 2026; .');
    expect(render({ body }, { event }, { zone: 'Asia/Tokyo' }).text).toBe('3 March 2026; 8:30; 3 March 2026; .');
    expect(render({ body }, { event }, { zone: 'America/New_York', locale: 'en-US' }).text).toMatch(
      /^March 2, 2026; 6:30\sPM; March 3, 2026; \.$/,
    );
  });

  it('prints amounts and numbers in the locale', () => {
    const body =
      '{{ event.a | money: event.c }} {{ with.gift | money: "EUR" }} {{ event.n | number }} {{ event.n | number: 1 }}';
    const names = { event: { a: 29.5, c: 'GBP', n: 1234.5678 }, with: { gift: 20 } };
    expect(render({ body }, names).text).toBe('£29.50 €20 1,234.568 1,234.6');
  });

  it.each([
    ['USDC', '29.5 USDC'],
    ['', '29.5'],
    [undefined, '29.5'],
    ['eur', '€29.50'],
    ['<b>x</b>', '29.5 <b>x</b>'],
  ])('an amount in %o, which may be older than its declaration, is %s', (currency, text) =>
    expect(render({ body: '{{ event.a | money: event.c }}' }, { event: { a: 29.5, c: currency } }).text).toBe(text),
  );

  it('falls back from fr-CA to fr, and for other languages to the copy without a locale and its dates', () => {
    const body = '{{ event.at | date }}';
    const moment = momentOf({ body: `Hello ${body}` }, { fr: { body: `Bonjour ${body}` } });
    const renderer = createRenderer({ catalogue: { moments: { welcome: moment } } });
    const renderIn = (locale?: string) =>
      renderer(asking({ event: { at: '2026-03-03T12:00Z' } }, locale ? { locale } : {}));
    expect(renderIn('fr-CA')).toMatchObject({ text: 'Bonjour 3 mars 2026', locale: 'fr-CA' });
    expect(renderIn('fr_CA.UTF-8')).toMatchObject({ text: 'Bonjour 3 mars 2026', locale: 'fr-CA' });
    expect(renderIn('fr_ca').text).toBe('Bonjour 3 mars 2026');
    expect(renderIn('en-US')).toMatchObject({ text: 'Hello March 3, 2026', locale: 'en-US' });
    for (const locale of ['de-DE', 'en', 'default', 'no such locale!', '', undefined])
      expect(renderIn(locale)).toMatchObject({ text: 'Hello 3 March 2026', locale: 'en-GB' });
  });

  it('takes a blank value for none, as the guard of a name asks', () => {
    const body = 'Hello{% if customer.firstName %} {{ customer.firstName }}{% endif %}{{ with.note | default: "!" }}';
    for (const blank of ['', '  ', '\n'])
      expect(render({ body }, { customer: { firstName: blank }, with: { note: blank } }).text).toBe('Hello!');
    expect(render({ body }, { customer: { firstName: 'Ada' }, with: { note: '.' } }).text).toBe('Hello Ada.');
  });

  it('keeps a subject and a because to one line', () => {
    const names = { customer: { firstName: 'Ada\r\nBcc: eve\u0000\u202e' } };
    const { subject, because } = render(
      { subject: 'Hi {{ customer.firstName }}', because: 'For {{ customer.firstName }}.' },
      names,
    );
    expect(subject).toBe('Hi Ada Bcc: eve');
    expect(because).toBe('For Ada Bcc: eve.');
  });

  it('writes sms as one plain paragraph, from its own section if there is one', () => {
    const sms = render(
      { body: 'Long', sections: { sms: '**Short**,\n\n[here](https://example.com/x).\n' } },
      {},
      { channel: 'sms' },
    );
    expect(sms).toMatchObject({ text: 'Short, here (https://example.com/x).' });
    expect(sms.html).toBeUndefined();
    expect(render({ body: '# Only\n\nbody' }, {}, { channel: 'sms' }).text).toBe('Only body');
  });

  it('keeps the lines of what a person reads, and gives no HTML', () => {
    const names = { event: { body: 'One\r\nTwo\u0007' } };
    const task = render({ subject: 'Call', body: 'They wrote: {{ event.body }}' }, names, { channel: 'agent' });
    expect(task).toMatchObject({ subject: 'Call', text: 'They wrote: One\nTwo' });
    expect(task.html).toBeUndefined();
  });

  it('renders the because alone', () => {
    const moments = {
      welcome: momentOf({ because: 'You signed up on {{ event.at | date }}.', body: '{{ 1 | nope }}' }),
    };
    const { names, zone } = asking({ event: { at: '2026-03-03T12:00Z' } });
    expect(createRenderer({ catalogue: { moments } }).renderBecause('welcome', names, zone)).toBe(
      'You signed up on 3 March 2026.',
    );
  });

  it('reads own properties only, and neither files, other templates, chance nor the clock', () => {
    expect(render({ body: '[{{ customer.constructor.name }}{{ customer.__proto__ }}]' }).text).toBe('[]');
    const refused = [
      '{% include "x" %}',
      '{% render "x" %}',
      '{% layout "x" %}',
      '{{ "now" | date }}',
      '{{ customer.a | sample }}',
      '{{ 1 | upcas }}',
    ];
    for (const body of refused) expect(() => render({ body })).toThrow(CopyFailed);
  });

  it('stops a template that would run away', () => {
    expect(() => render({ body: '{% for i in (1..100000000) %}{{ i }}{% endfor %}' })).toThrow(CopyFailed);
  });

  it.each([
    ['n', ''],
    ['n | times: 2 | append: " EUR"', ' EUR'],
    ['n | money: "EUR"', ''],
    ['n | default: "much" ', 'much'],
  ])('prints nothing of what is divided by 0, and lets a default stand in: %s', (rest, printed) => {
    for (const filter of ['divided_by', 'modulo']) {
      const body = `[{{ event.sum | ${filter}: event.${rest} }}]`;
      expect(render({ body }, { event: { sum: 3, n: 0 } }).text).toBe(`[${printed}]`);
      expect(render({ body }, { event: { sum: 3, n: 2 } }).text).toMatch(/\[€?\d/);
    }
  });

  it('says which moment, locale and part cannot be rendered, and why', () => {
    expect(() => render({ subject: '{{ event.at | date }}' }, { event: { at: 'soon' } })).toThrow(
      /subject of moment "welcome" \(default\).*"soon"/,
    );
    expect(() => render({}, {}, { moment: 'welcom' })).toThrow(MomentNotFound);
    expect(() => render({}, {}, { moment: 'constructor' })).toThrow(MomentNotFound);
  });

  it('keeps what `capture` and `raw` print as literal as the rest', () => {
    const body = '{% capture x %}Hi {{ customer.a }}{% endcapture %}{{ x }} {{ customer.a | raw }}';
    expect(render({ body }, { customer: { a: '**b**' } }).html).toBe('<p>Hi **b** **b**</p>');
  });
});

describe('copy that takes too long', () => {
  const clock = (at: (looks: number) => number): void => {
    let looks = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => at(++looks));
  };
  const body = 'Hello {{ customer.firstName }}.';
  const names = { customer: { firstName: 'Ada' } };

  it('is written all the same where it was the machine that stood still', () => {
    // In the middle of the first try.
    clock((looks) => (looks < 3 ? 0 : 5000));
    try {
      expect(render({ body }, names).text).toContain('Hello Ada.');
    } finally {
      vi.restoreAllMocks();
    }
  });

  it('fails where it takes too long each time', () => {
    clock((looks) => looks * 5000);
    try {
      expect(() => render({ body }, names)).toThrow(CopyFailed);
    } finally {
      vi.restoreAllMocks();
    }
  });
});

describe('what was given', () => {
  const gesture = (worth?: Gesture['worth']): Gesture => ({
    title: { en: 'a treat', de: 'eine Freude' },
    ...(worth && { worth }),
    cost: 0,
    by: ['journeys'],
    fits: [],
    emit: 'treat.granted',
    again: 0,
    limits: {},
  });
  const read = (worth: Gesture['worth'], locale: string) => {
    const body = '{{ gesture.title }}{% if gesture.value %} worth {{ gesture.value }}{% endif %}';
    const kinds = { treat: gesture(worth) };
    const catalogue = {
      moments: { welcome: momentOf({ body }, { de: { body } }) },
      gestures: { currency: 'EUR', limits: {}, kinds },
    };
    return createRenderer({ catalogue })(asking({ gesture: { kind: 'treat' } }, { locale })).text.trim();
  };

  it.each([
    [{ in: 'money', amount: 550 }, 'en', 'a treat worth €5.50'],
    [{ in: 'money', amount: 500 }, 'de', 'eine Freude worth 5\u00a0€'],
    [{ in: 'days', amount: 14 }, 'en', 'a treat worth 14 days'],
    [{ in: 'days', amount: 1 }, 'en', 'a treat worth 1 day'],
    [{ in: 'days', amount: 14 }, 'de', 'eine Freude worth 14 Tage'],
    [{ in: 'points', amount: 200 }, 'en', 'a treat'],
    [undefined, 'en', 'a treat'],
  ] as const)('has its value with its unit, or none: %o in %s', (worth, locale, text) =>
    expect(read(worth, locale)).toBe(text),
  );
});
