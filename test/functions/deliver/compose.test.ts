import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/state.ts';
import { createCompose, writtenWhole } from '../../../functions/deliver/compose.ts';
import { createRenderer } from '../../../functions/deliver/copy/render.ts';
import { senderName } from '../../../functions/deliver/sender.ts';
import { createLinks } from '../../../functions/shared/link.ts';
import type { Sendable } from '../../../language/catalogue/channel.ts';
import { catalogue, moment } from '../../support/catalogue.ts';
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
const email = () => written('email');
const written = (channel: Sendable) =>
  compose(
    {
      ...emptyCustomer('ada', T0),
      attributes: {
        email: { value: 'ada@example.com', provenance: 'stated', event: 'start', at: T0 },
        phone: { value: '+442079460000', provenance: 'stated', event: 'start', at: T0 },
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
        moment: 'welcome',
        purpose: 'relationship',
      },
    },
  );

it('a message written whole fails before a channel has it, if it cannot be written', () => {
  const unwritable = () =>
    Object.defineProperty({ ...email() }, 'html', {
      enumerable: true,
      get: () => {
        throw new Error('This cannot be written.');
      },
    });
  const given = {} as Parameters<typeof compose>[1];
  expect(unwritable).not.toThrow();
  expect(() => writtenWhole(unwritable)(emptyCustomer('ada', T0), given)).toThrow('cannot be written');
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

it.each([
  ['sms', '+442079460000', undefined],
  ['inbox', undefined, '<p>Hello.</p>'],
] as const)(
  'a message by %s goes to its own address, and says what the moment says and no more',
  (channel, to, html) => {
    const message = written(channel);
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
