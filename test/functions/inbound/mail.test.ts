import { describe, expect, it } from 'vitest';
import { MailUnreadable, readMail } from '../../../functions/inbound/mail.ts';
import { rawMail } from '../../support/raw-mail.ts';

const bounded = (...parts: string[]): string =>
  ['', ...parts.map((part) => `--b\n${part}`), '--b--'].join('\n').trimStart();

describe('a mail that came in', () => {
  it('is what its writer wrote: without what they answer, and their signature', async () => {
    const text =
      '4 - it works again\n\n-- \nAda\n\nOn Mon, 2 Mar 2026 at 10:00, Acme <a@acme.example> wrote:\n> from 1 to 5?';
    expect(await readMail(rawMail(text))).toEqual({
      id: '<m1@mail.example.com>',
      from: ['ada@example.com'],
      text: '4 - it works again',
      automatic: false,
    });
  });

  it('is read from its HTML where it has no other part', async () => {
    const html =
      '<html><body><div><b>5</b></div><div>It&#39;s fine</div><blockquote>from 1 to 5?</blockquote></body></html>';
    const { text } = await readMail(rawMail(html, { 'Content-Type': 'text/html; charset=utf-8' }));
    expect(text).toBe("5\n\nIt's fine");
  });

  it('is read from its plain part where it has both, and what is attached is not its text', async () => {
    const body = bounded(
      'Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nF=FCnf Punkte',
      'Content-Type: text/html\n\n<p>other</p>',
      'Content-Type: text/plain\nContent-Disposition: attachment; filename=log.txt\n\nunsubscribe',
      'Content-Type: message/rfc822\n\nSubject: older\n\nSTOP',
    );
    const { text } = await readMail(rawMail(body, { 'Content-Type': 'multipart/mixed; boundary=b' }));
    expect(text).toContain('Fünf Punkte');
    expect(text).not.toMatch(/unsubscribe|STOP/);
  });

  it('is read in base64, and where it breaks off', async () => {
    const words = Buffer.from('Vielen Dank für alles').toString('base64');
    const headers = { 'Content-Transfer-Encoding': 'base64', 'Content-Type': 'text/plain; charset=utf-8' };
    expect((await readMail(rawMail(words, headers))).text).toBe('Vielen Dank für alles');
    const cut = bounded('Content-Type: text/plain\n\n4', 'Content-Type: image/png\n\nAAAA').slice(0, -12);
    expect((await readMail(rawMail(cut, { 'Content-Type': 'multipart/mixed; boundary=b' }))).text).toBe('4');
  });

  it('has no words where nothing but a picture came', async () => {
    const body = bounded('Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA');
    expect((await readMail(rawMail(body, { 'Content-Type': 'multipart/mixed; boundary=b' }))).text).toBe('');
  });

  it.each([
    { 'Auto-Submitted': 'auto-replied' },
    { Precedence: 'bulk' },
    { 'List-Id': '<everybody.example.com>' },
    { 'X-Autoreply': 'yes' },
    { 'Return-Path': '<>' },
    { From: 'MAILER-DAEMON@mx.example.com' },
    { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' },
  ])('is a machine’s: %j', async (headers) => expect((await readMail(rawMail('4', headers))).automatic).toBe(true));

  it.each([{ 'Auto-Submitted': 'no' }, { 'Auto-Submitted': 'No (a person)' }, { 'Return-Path': '<ada@example.com>' }])(
    'is a person’s: %j',
    async (headers) => expect((await readMail(rawMail('4', headers))).automatic).toBe(false),
  );

  it('is refused where it holds more in each other than any mail does, without quoting it', async () => {
    const deep = Array.from(
      { length: 60 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}`,
    ).join('\n');
    const bomb = rawMail(`--b\n${deep}\nsecret`, { 'Content-Type': 'multipart/mixed; boundary=b' });
    const error = await readMail(bomb).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MailUnreadable);
    expect(String(error)).not.toContain('secret');
  });

  it('is no longer than a queue takes, however long it is', async () => {
    const { text } = await readMail(rawMail('all work and no play\n'.repeat(20_000)));
    expect(text.length).toBeLessThanOrEqual(60_000);
  });

  it('of any bytes is read, or refused', async () => {
    for (const raw of [new Uint8Array(), Buffer.from([0, 255, 254]), Buffer.from('\n\n\n'), Buffer.from('x: y')])
      expect((await readMail(raw)).automatic).toBe(false);
  });
});
