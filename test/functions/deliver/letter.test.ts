import { describe, expect, it } from 'vitest';
import { createLetter, senderName } from '../../../functions/deliver/letter.ts';
import { createLinks } from '../../../functions/shared/link.ts';
import { message } from '../../support/message.ts';

const links = createLinks({
  key: 'a key of more than sixteen bytes',
  baseUrl: 'https://hello.example.com',
  now: () => new Date('2026-03-02T10:00:00Z'),
});
const letter = createLetter({ links, sender: { name: 'Example' }, topics: { 'getting-started': 'Getting started' } });
const rendered = { subject: 'Welcome', text: 'Good to have you.', because: 'You created your account.', locale: 'en-GB' };

describe('an email of ours', () => {
  it('carries a one-click way out that only this customer, topic and channel can be meant by', () => {
    const { headers } = letter(message({ headers: {} }), rendered);
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    const token = /^<https:\/\/hello\.example\.com\/unsubscribe\/([\w-]+)>$/.exec(headers['List-Unsubscribe'] ?? '')?.[1];
    expect(links.verify(String(token))).toEqual({
      use: 'unsubscribe',
      customer: 'ada',
      topic: 'getting-started',
      channel: 'email',
    });
  });

  it('leads to preferences and to its own reason, in both parts', () => {
    const { html, text } = letter(message(), rendered);
    for (const part of [html, text]) {
      const tokens = [...String(part).matchAll(/https:\/\/hello\.example\.com\/\w+\/([\w-]+)/g)].map(([, token]) => links.verify(String(token)));
      expect(tokens).toContainEqual({ use: 'preferences', customer: 'ada' });
      expect(tokens).toContainEqual({ use: 'why', customer: 'ada', enrolment: message().enrolment, step: 'send-welcome' });
    }
    expect(text).toContain('Unsubscribe from Getting started');
  });
});

it.each([
  ['Example <hello@example.com>', 'Example'],
  ['"Example, Inc." <hello@example.com>', 'Example, Inc.'],
  ['hello@example.com', 'hello@example.com'],
  ['<hello@example.com>', '<hello@example.com>'],
])('%s signs as %s', (sender, name) => {
  expect(senderName(sender)).toBe(name);
});
