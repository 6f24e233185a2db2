import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = new URL('../../workflows/moments/', import.meta.url);

const moments = readdirSync(FOLDER).map((file) => {
  const source = readFileSync(new URL(file, FOLDER), 'utf8');
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const value = (key: string): string => new RegExp(`^${key}: (.*)$`, 'm').exec(front)?.[1] ?? '';
  return { file, body, value, forPeople: value('channels') === '[agent]' };
});

/** As the longest customer would read it: what is printed counts as ten letters, a long date as eighteen. */
const asPrinted = (subject: string): string =>
  subject
    .replace(/\{%.*?%\}/g, '')
    .replace(/\{\{[^}]*\| date[^}]*\}\}/g, '30 September 2026 ')
    .replace(/\{\{.*?\}\}/g, 'xxxxxxxxxx');

describe('the copy that the project ships', () => {
  it.each(moments.filter(({ forPeople }) => !forPeople))(
    '$file has a subject that a phone shows whole',
    ({ value }) => {
      expect(asPrinted(value('subject'))).not.toBe('');
      expect(asPrinted(value('subject')).length).toBeLessThanOrEqual(50);
    },
  );

  it.each(moments)('$file raises no voice and makes no haste', ({ body, value }) => {
    const words = `${value('subject')} ${value('because')} ${body.replace(/\{%.*?%\}/g, '')}`;
    expect(words).not.toMatch(/!|miss you|last chance|hurry|act now|limited time|don.t wait|exclusive/i);
  });

  it.each(moments)('$file tells the customer why they get it', ({ value }) => {
    expect(value('because')).toMatch(/\b(you|vous|sie\b|ihnen\b)/i);
  });

  it.each(moments.filter(({ value }) => value('channels').includes('sms')))(
    '$file has a short text for a phone',
    ({ body }) => {
      const [, text = ''] = body.split('## sms\n');
      expect(text.trim()).not.toBe('');
      expect(asPrinted(text).trim().length).toBeLessThanOrEqual(300);
    },
  );

  it.each(moments.filter(({ forPeople }) => forPeople))(
    '$file tells a colleague what happened, what to do and what they may give',
    ({ body }) => {
      expect(body).toContain('**What happened.**');
      expect(body).toContain('**What to do.**');
      expect(body).toContain('**What you may give.**');
    },
  );
});
