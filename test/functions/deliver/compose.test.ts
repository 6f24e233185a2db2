import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import { createCompose, writtenWhole } from '../../../functions/deliver/compose.ts';
import { createRenderer } from '../../../functions/deliver/copy/render.ts';
import { senderHeader, senderName } from '../../../functions/deliver/sender.ts';
import { createLinks } from '../../../functions/shared/link.ts';
import type { Sendable } from '../../../language/catalogue/channel.ts';
import { catalogue, moment, policy as standard } from '../../support/catalogue.ts';
import { T0 } from '../../support/customer.ts';

const links = createLinks({
  key: 'a key of more than sixteen bytes',
  baseUrl: 'https://hello.example.com',
  now: () => new Date('2026-03-02T10:00:00Z'),
});
const all = catalogue({ moments: { welcome: moment('welcome', { channels: ['email'] }) } });
const compose = createCompose({
  catalogue: all,
  render: createRenderer({ catalogue: all }),
  links,
  sender: { name: 'Example' },
});
const email = () => messageOn('email');
const messageOn = (channel: Sendable, write = compose, moment = 'welcome', locale?: string) =>
  write(
    {
      ...emptyCustomer('ada', T0),
      attributes: {
        email: { value: 'ada@example.com', provenance: 'stated', event: 'start', at: T0 },
        phone: { value: '+442079460000', provenance: 'stated', event: 'start', at: T0 },
        ...(locale && { locale: { value: locale, provenance: 'stated', event: 'start', at: T0 } }),
      },
    },
    {
      names: { event: {}, customer: {}, with: {} },
      because: 'You asked for it.',
      channel,
      subject: {
        enrolment: 'n1',
        journey: 'hello',
        step: 'send-welcome',
        visit: 1,
        moment,
        purpose: 'relationship',
      },
    },
  );

it('an email has an address for answers of its own where they come in, and no other message has', () => {
  const write = createCompose({
    catalogue: all,
    render: createRenderer({ catalogue: all }),
    links,
    sender: { name: 'Example' },
    replyDomain: 'reply.acme.example',
  });
  const { replyTo } = messageOn('email', write);
  expect(replyTo?.address).toBe(`reply+${replyTo?.link.code}@reply.acme.example`);
  expect(replyTo?.address.split('@')[0]?.length).toBeLessThanOrEqual(64);
  expect(links.verify(replyTo?.link.target ?? '')).toEqual({
    use: 'reply',
    customer: 'ada',
    enrolment: 'n1',
    step: 'send-welcome',
    visit: 1,
  });
  expect([email().replyTo, messageOn('sms', write).replyTo]).toEqual([undefined, undefined]);
});

it('a message written whole fails before a channel has it, if it cannot be written', () => {
  const unwritable = () =>
    Object.defineProperty({ ...email() }, 'html', {
      enumerable: true,
      get: () => {
        throw new Error('This cannot be written.');
      },
    });
  const request = {} as Parameters<typeof compose>[1];
  expect(unwritable).not.toThrow();
  expect(() => writtenWhole(unwritable)(emptyCustomer('ada', T0), request)).toThrow('cannot be written');
});

describe('an email of ours', () => {
  it('goes to the address of its customer', () => {
    expect(email()).toMatchObject({
      id: 'n1/send-welcome/1',
      to: 'ada@example.com',
      subject: 'welcome',
      topic: 'tips',
    });
  });

  it('carries a one-click way out that only this customer, topic and channel can be meant by', () => {
    const { headers } = email();
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    const token = /^<https:\/\/hello\.example\.com\/unsubscribe\/([\w-]+)>$/.exec(
      headers['List-Unsubscribe'] ?? '',
    )?.[1];
    expect(links.verify(String(token))).toEqual({
      use: 'unsubscribe',
      customer: 'ada',
      topic: 'tips',
      channel: 'email',
    });
  });

  it('leads to preferences and to its own reason, in both parts', () => {
    const { html, text } = email();
    for (const part of [html, text]) {
      const tokens = [...String(part).matchAll(/https:\/\/hello\.example\.com\/\w+\/([\w-]+)/g)].map(([, token]) =>
        links.verify(String(token)),
      );
      expect(tokens).toContainEqual({ use: 'preferences', customer: 'ada' });
      expect(tokens).toContainEqual({ use: 'why', customer: 'ada', enrolment: 'n1', step: 'send-welcome', visit: 1 });
    }
    expect(text).toContain('Unsubscribe from Tips');
  });
});

describe('the footer of an email', () => {
  const copyIn = (...languages: string[]) => {
    const { copy } = moment('welcome');
    const welcome = moment('welcome', {
      channels: ['email'],
      copy: Object.fromEntries(languages.map((language) => [language, copy.default!])),
    });
    const spoken = { ...catalogue({ moments: { welcome } }), pages: { de: { 'topic.tips': 'Tipps' }, fr: FRENCH } };
    const render = createRenderer({ catalogue: spoken });
    return createCompose({ catalogue: spoken, render, links, sender: { name: 'Example' } });
  };
  const FRENCH = { 'footer.unsubscribe-from': 'Ne plus rien recevoir sur {topic}' };

  it.each([
    { locale: 'de-AT', copy: ['default'], says: 'Von „Tipps“ abmelden: https://' },
    { locale: 'de', copy: ['default', 'de'], says: 'Wählen Sie, was Sie von uns hören: https://' },
    { locale: 'fr', copy: ['default', 'fr'], says: 'Ne plus rien recevoir sur Tips: https://' },
    { locale: 'fr', copy: ['default', 'fr'], says: 'Why did I get this? https://' },
    { locale: 'es', copy: ['default', 'es'], says: 'Unsubscribe from Tips: https://' },
    { locale: undefined, copy: ['default'], says: 'Unsubscribe from Tips: https://' },
  ])('is in the language of its customer, as our pages are: $locale, $says', ({ locale, copy, says }) => {
    expect(messageOn('email', copyIn(...copy), 'welcome', locale).text).toContain(says);
  });
});

it.each([
  ['sms', '+442079460000', undefined],
  ['inbox', undefined, '<p>Hello.</p>'],
] as const)(
  'a message by %s goes to its own address, and says what the moment says and no more',
  (channel, to, html) => {
    const message = messageOn(channel);
    expect({ to: message.to, html: message.html, headers: message.headers }).toEqual({ to, html, headers: {} });
    expect(message.text).toBe('Hello.');
  },
);

it.each([
  ['Example <hello@example.com>', 'Example'],
  ['"Example, Inc." <hello@example.com>', 'Example, Inc.'],
  ['hello@example.com', 'hello@example.com'],
  ['<hello@example.com>', '<hello@example.com>'],
])('%s signs as %s', (sender, name) => {
  expect(senderName(sender)).toBe(name);
});

it.each([
  ['Example <hello@example.com>', 'Example <hello@example.com>'],
  ['Example, Inc. <hello@example.com>', '"Example, Inc." <hello@example.com>'],
  ['"Example, Inc." <hello@example.com>', '"Example, Inc." <hello@example.com>'],
  ['Example, "the" Inc. <hello@example.com>', '"Example, \\"the\\" Inc." <hello@example.com>'],
  ['"The \\"Example\\"" <hello@example.com>', '"The \\"Example\\"" <hello@example.com>'],
  ['Müller "& Söhne" <hello@example.com>', '=?UTF-8?B?TcO8bGxlciAiJiBTw7ZobmUi?= <hello@example.com>'],
  ['Müller & Söhne <hello@example.com>', '=?UTF-8?B?TcO8bGxlciAmIFPDtmhuZQ==?= <hello@example.com>'],
  ['Example\nBcc: x <hello@example.com>', '=?UTF-8?B?RXhhbXBsZQpCY2M6IHg=?= <hello@example.com>'],
  [' hello@example.com ', 'hello@example.com'],
  ['<hello@example.com>', '<hello@example.com>'],
])('%s is the sender %s of an email', (sender, header) => {
  expect(senderHeader(sender)).toBe(header);
});

it('a long name of another script is words that mail programs take, and none ends within a character', () => {
  const name = 'Международная цветочная лавка 花屋 🌷'.repeat(2);
  const words = senderHeader(`${name} <hello@example.com>`).split(' ').slice(0, -1);
  expect(words.every((word) => word.length <= 75)).toBe(true);
  const decoded = words.map((word) => Buffer.from(word.slice('=?UTF-8?B?'.length, -2), 'base64').toString());
  expect(decoded.join('')).toBe(name);
});

describe('a message that asks', () => {
  const question = moment('question', {
    channels: ['email', 'sms', 'inbox'],
    asks: 'nps',
    taps: true,
    copy: {
      default: { because: 'You asked.', subject: 'A question', body: 'Would you?', sections: {}, asks: {} },
      de: {
        because: 'So.',
        subject: 'Eine Frage',
        body: 'Würden Sie?',
        sections: {},
        asks: { ends: ['nie', 'immer'] },
      },
    },
  });
  const asking = catalogue({ moments: { question } });
  const write = createCompose({
    catalogue: asking,
    render: createRenderer({ catalogue: asking }),
    links,
    sender: { name: 'Example' },
  });
  const link = { customer: 'ada', enrolment: 'n1', step: 'send-welcome', visit: 1, moment: 'question' };
  const url = links.answer(link);

  it('by email has a button for each answer, and a line for each in the text part', () => {
    const { html = '', text } = messageOn('email', write, 'question');
    const buttons = [...html.matchAll(/<a class="button answer" href="([^"]+)" aria-label="([^"]+)"/g)];
    expect(buttons.map(([, href, label]) => [href, label])).toEqual(
      Array.from({ length: 11 }, (_, score) => [
        `${url}?answer=${score}`,
        score === 0 ? '0 (certainly not)' : score === 10 ? '10 (certainly)' : `${score}`,
      ]),
    );
    expect(html).toContain('>0 = certainly not, 10 = certainly</p>');
    expect(text).toContain(`Would you?\n\n0 (certainly not): ${url}?answer=0\n1: ${url}?answer=1\n`);
    expect(text.indexOf('?answer=10')).toBeLessThan(text.indexOf('\n-- \n'));
  });

  it('says what its ends mean in the language of its copy', () => {
    expect(messageOn('email', write, 'question', 'de').html).toContain('>0 = nie, 10 = immer</p>');
  });

  it('seals whom it asked, and in which language', () => {
    const { text } = messageOn('email', write, 'question', 'de');
    const token = /\/answer\/([\w-]+)/.exec(text)?.[1] ?? '';
    expect(links.verify(token)).toEqual({ use: 'answer', ...link, locale: 'de' });
  });

  it('by text message has one short link, and brings along what it stands for', () => {
    const { text, short } = messageOn('sms', write, 'question');
    expect(text).toMatch(/^Would you\? Answer: https:\/\/hello\.example\.com\/a\/[\w-]{16}$/);
    expect(short).toEqual({
      url: text.split(' ').at(-1),
      code: text.split('/').at(-1),
      target: url.split('/').slice(-2).join('/'),
      until: Date.parse('2026-04-02T00:00:00Z'),
    });
    expect(messageOn('sms', write, 'question', 'de').text).toMatch(/^Würden Sie\? Antworten: https/);
    expect(messageOn('sms', write, 'question', 'de').short?.code).not.toBe(short?.code);
  });

  it('in the inbox has its buttons beside its text', () => {
    const { asks, text } = messageOn('inbox', write, 'question');
    expect(text).toBe('Would you?');
    expect(asks?.question).toBe('Would you recommend us?');
    expect(asks?.choices).toHaveLength(11);
    expect(asks?.choices[10]).toEqual({ label: '10', means: 'certainly', url: `${url}?answer=10` });
  });
});

describe('links that are counted', () => {
  const body =
    'Read [how](https://shop.example/a?x=1&y=2 "t") or [**go**](https://shop.example/b){.button}, or [write](mailto:a@b.example).';
  const letter = moment('letter', {
    channels: ['email', 'inbox', 'sms'],
    copy: { default: { because: 'You asked.', subject: 'Read', body, sections: {} } },
  });
  const writer = (measures: boolean) => {
    const counting = catalogue({
      moments: { letter },
      policy: { ...standard, ...(measures && { measure: 'clicks' as const }) },
    });
    return createCompose({
      catalogue: counting,
      render: createRenderer({ catalogue: counting }),
      links,
      sender: { name: 'Example' },
    });
  };
  const hrefs = (html = ''): string[] => [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
  const ours = (href: string): boolean => /\/(preferences|why|unsubscribe)\//.test(href);
  const targetOf = (href: string) => links.verify(href.replace(/^.*\/c\//, ''));

  it('are sealed in the HTML of an email, each with whose it is and where it leads; ways out and the text part are plain', () => {
    const { html, text, headers } = messageOn('email', writer(true), 'letter');
    const [first = '', second = '', mail] = hrefs(html).filter((href) => !ours(href));
    const of = { use: 'click', customer: 'ada', enrolment: 'n1', step: 'send-welcome', visit: 1, moment: 'letter' };
    expect(targetOf(first)).toEqual({ ...of, url: 'https://shop.example/a?x=1&y=2' });
    expect(targetOf(second)).toEqual({ ...of, url: 'https://shop.example/b' });
    expect(mail).toBe('mailto:a@b.example');
    expect(hrefs(html).filter(ours).length).toBeGreaterThan(1);
    expect(text).toContain('https://shop.example/b');
    expect(text).not.toContain('/c/');
    expect(headers['List-Unsubscribe']).not.toContain('/c/');
    // A message that is sent again has the same links.
    expect(messageOn('email', writer(true), 'letter').html).toBe(html);
  });

  it('are plain where nothing is measured, by every other way, and for who refused', () => {
    expect(messageOn('email', writer(false), 'letter').html).not.toContain('/c/');
    expect(messageOn('inbox', writer(true), 'letter').html).not.toContain('/c/');
    expect(messageOn('sms', writer(true), 'letter').text).not.toContain('/c/');
    const consent = { 'measure:clicks': { choice: 'withdrawn' as const, at: T0 } };
    const composeRefused = (...[state, request]: Parameters<typeof compose>) =>
      writer(true)({ ...state, consent }, request);
    expect(messageOn('email', composeRefused, 'letter').html).not.toContain('/c/');
  });
});
