import { describe, expect, it } from 'vitest';
import { createRenderer } from '../../../../functions/deliver/copy/render.ts';
import { composeEmail, type EmailInput } from '../../../../functions/deliver/email/email.ts';
import { speechIn } from '../../../../functions/shared/speech.ts';
import type { Moment } from '../../../../language/catalogue/moment.ts';
import { catalogue } from '../../../support/catalogue.ts';

const rendered = (body: string, customer: Record<string, unknown> = {}, subject = 'Your guide', locale = 'en-GB') => {
  const copy = { because: 'You created your account & asked.', subject, body, sections: {} };
  const moment: Moment = { id: 'm', channels: ['email'], attributes: [], uses: {}, copy: { default: copy, de: copy } };
  const renderer = createRenderer({ catalogue: { moments: { m: moment } } });
  return renderer({ moment: 'm', channel: 'email', names: { event: {}, customer, with: {} }, zone: 'UTC', locale });
};

const compose = (more: Partial<EmailInput> = {}) =>
  composeEmail({
    rendered: rendered('Hello there.'),
    purpose: 'relationship',
    topic: { id: 'tips', called: 'Product tips' },
    links: {
      preferences: 'https://hello.example.com/preferences/p1',
      unsubscribe: 'https://hello.example.com/unsubscribe/u1',
      why: 'https://hello.example.com/why/w1',
    },
    sender: { name: 'Acme', postal: '1 Mill Lane, Leeds' },
    speech: () => speechIn(catalogue(), 'en'),
    ...more,
  });

describe('an email', () => {
  it('lets people leave by one click, where it was not asked for', () => {
    for (const purpose of ['relationship', 'promotional'] as const)
      expect(compose({ purpose }).headers).toMatchObject({
        'List-Unsubscribe': '<https://hello.example.com/unsubscribe/u1>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      });
    for (const purpose of ['transactional', 'care'] as const)
      expect(Object.keys(compose({ purpose }).headers).join()).not.toContain('List-Unsubscribe');
  });

  it('offers no way out of a notice, which nobody can leave', () => {
    for (const purpose of ['transactional', 'care'] as const) {
      const { html, text } = compose({ purpose });
      expect(html + text).not.toMatch(/unsubscribe/i);
      expect(text).toContain('Choose what you hear from us: https://hello.example.com/preferences/p1');
    }
  });

  it('says why, who and where in both parts', () => {
    const { html, text } = compose();
    expect(html).toContain('You created your account &amp; asked.');
    expect(text).toContain('You created your account & asked.');
    for (const part of [html, text])
      for (const phrase of [
        'https://hello.example.com/why/w1',
        'https://hello.example.com/preferences/p1',
        'Acme',
        '1 Mill Lane, Leeds',
      ])
        expect(part).toContain(phrase);
    expect(text.startsWith('Hello there.\n\n-- \n')).toBe(true);
  });

  it('names its language, its subject, and begins the preview with its first words', () => {
    const { html } = compose({
      rendered: rendered('One **two** [three](https://example.com/long).', {}, 'A & B', 'de-AT'),
    });
    expect(html).toContain('<html lang="de-AT" dir="ltr">');
    expect(html).toContain('<title>A &amp; B</title>');
    expect(html).toMatch(/class="preheader"[^>]*>One two three\.&/);
  });

  it('styles each element in place, and shows a link as a button where the copy says so', () => {
    const { html } = compose({
      rendered: rendered(
        '# Hi\n\n- a\n\n[Open](https://example.com/x){.button}\n\nA **[bold](https://example.com/y)** link.',
      ),
    });
    expect(html).toMatch(/<h1 style="[^"]+">Hi<\/h1>/);
    expect(html).toMatch(/<li style="[^"]+">a<\/li>/);
    expect(html).toMatch(
      /<a class="button" href="https:\/\/example\.com\/x" style="[^"]*background-color[^"]*">Open<\/a>/,
    );
    expect(html).toMatch(
      /A <strong><a href="https:\/\/example\.com\/y" style="(?![^"]*background)[^"]*">bold<\/a><\/strong> link/,
    );
  });

  it('keeps a hostile name literal in body, title, preview and footer', () => {
    const name = '"><script>alert(1)</script><p class="page">';
    const hostile = rendered('{{ customer.a }}', { a: name }, 'For {{ customer.a }}');
    const { html } = compose({
      rendered: { ...hostile, because: name },
      sender: { name, postal: name },
      topic: { id: 'tips', called: name },
    });
    expect(html).not.toContain('<script');
    expect(html.match(/class="page/g)).toHaveLength(2);
  });

  it('shows the text as a paragraph when there is no HTML', () => {
    const { html: _, ...plain } = rendered('a < b');
    expect(compose({ rendered: plain }).html).toMatch(/<p style="[^"]*">a &lt; b<\/p>/);
  });

  it('says where its links lead in the language that they lead to, and marks it where the copy speaks another', () => {
    const german = compose({ speech: () => speechIn(catalogue(), 'de') });
    expect(german.text).toContain('Warum habe ich das bekommen? https://hello.example.com/why/w1\n');
    expect(german.text).toContain('Von „Product tips“ abmelden: https://');
    expect(german.html).toMatch(/<p class="quiet" lang="de"[^>]*><a [^>]*>Warum habe ich das bekommen\?</);
    const whole = compose({
      speech: () => speechIn(catalogue(), 'de'),
      rendered: rendered('Hallo.', {}, 'Hallo', 'de-AT'),
    });
    expect(whole.html).not.toContain(' lang="de"');
  });
});
