import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { preview } from '../../../cli/commands/preview.ts';
import { exampleNames } from '../../../simulator/preview/names.ts';
import { renderAll } from '../../../simulator/preview/render-all.ts';
import { project } from '../../functions/api/local.ts';

const root = mkdtempSync(join(tmpdir(), 'tactful-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const run = async (moment: string, flags: { dir?: string; with?: string; html?: string } = {}) => {
  const lines = { out: [] as string[], err: [] as string[] };
  const io = { out: (line: string) => lines.out.push(line), err: (line: string) => lines.err.push(line) };
  const code = await preview(moment, { dir: 'workflows', ...flags }, io, {
    now: () => Date.parse('2026-05-04T09:00Z'),
  });
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
};

const facts = (name: string, text: string): string => {
  const file = join(root, name);
  writeFileSync(file, text);
  return file;
};

describe('tactful preview', () => {
  it('renders every channel in every language, with facts made up near now', async () => {
    const { code, out } = await run('ticket-received');
    expect(code).toBe(0);
    for (const part of ['--- email ---', '--- sms ---', '--- sms, fr ---']) expect(out).toContain(part);
    expect(out).toContain('Hello Ada,');
    expect(out).toContain('Bonjour Ada,');
    expect(out).toContain('Why: You asked our support team for help on 4 May 2026.');
  });

  it('has an example for every fact that the copy of any moment prints', async () => {
    const now = Date.parse('2026-05-04T09:00Z');
    for (const moment of Object.values(project.catalogue.moments)) {
      const names = await exampleNames(project, moment.id, now);
      for (const { subject, text, because } of renderAll(project, moment, names)) {
        expect(`${subject}\n${text}\n${because}`).not.toMatch(/undefined|null|NaN|\[object|\{\{|\{%| ,| \./);
      }
    }
  });

  it('makes up dates at noon: midnight reads as a time that is missing, and is the day before in the west', async () => {
    const { out } = await run('promise-broken');
    expect(out).toContain('by 18 May 2026 at 13:00');
  });

  it('prints just the facts of a file', async () => {
    const file = facts('facts.json', '{"event": {"at": "2026-01-02T12:00:00Z", "subject": "A “q” & more"}}');
    const { out } = await run('ticket-received', { with: file });
    expect(
      await run('ticket-received', { with: facts('marked.json', `\uFEFF${readFileSync(file, 'utf8')}`) }),
    ).toMatchObject({ out });
    expect(out).toContain('A “q” & more');
    expect(out).toContain('Hello,');
    expect(out).toContain('on 2 January 2026');
  });

  it('writes the email as HTML, a file for each language', async () => {
    const file = join(root, 'mail.html');
    const { err } = await run('ticket-received', { html: file });
    expect(err).toContain(`Wrote ${join(root, 'mail.fr.html')}`);
    expect(readFileSync(file, 'utf8')).toContain('Hello Ada,');
    expect(readFileSync(join(root, 'mail.fr.html'), 'utf8')).toContain('Bonjour Ada,');
  });

  it('shows the very email: the layout, the footer, the way out, and what an inbox shows beside the subject', async () => {
    const file = join(root, 'tips.html');
    const { out } = await run('tip-solo', { html: file });
    const page = readFileSync(file, 'utf8');
    expect(page).toMatch(/^<!doctype html>/);
    for (const part of ['class="preheader"', 'class="letter"', 'Unsubscribe from', '/why/ada/onboarding-1/'])
      expect(page).toContain(part);
    expect(out).toContain('Unsubscribe from Product tips: https://');
    expect((await run('ticket-received')).out).not.toContain('Unsubscribe');
  });

  it('says what a text message costs, and which signs make it dearer', async () => {
    expect((await run('ticket-received')).out).toMatch(/^Costs: 1 part, \d+ characters in GSM-7$/m);
    const file = facts('curly.json', '{"event": {"subject": "It’s broken"}}');
    expect((await run('ticket-received', { with: file })).out).toMatch(
      /^Costs: 2 parts, 1\d\d characters in UCS-2, because of `’`; 1 part without$/m,
    );
  });

  it('shows how a question is answered on each channel: by lines, by a short link that is paid for, by buttons', async () => {
    const dir = join(root, 'asking');
    cpSync('workflows', dir, { recursive: true });
    const file = join(dir, 'moments/trust-question.md');
    writeFileSync(
      file,
      readFileSync(file, 'utf8')
        .replace('channels: [email]', 'channels: [email, sms, inbox]')
        .concat('\n## inbox\n\nDo you trust us?\n'),
    );
    const { out } = await run('trust-question', { dir });
    const [email = '', sms = '', inbox = ''] = out.split(/^--- \w+ ---$/m).slice(1);
    expect(email).toMatch(/^1 \(no\): https:.*\?answer=1\n2: https:.*\?answer=2$/m);
    expect(sms).toMatch(/Answer: https:\/\/\S+\/a\/\S{16}\n\nCosts: [23] parts/);
    expect(inbox).toContain('Buttons: 1 (no) | 2 | 3 | 4 | 5 (yes)');
  });

  it.each(['', '   '])('takes a first name that is %j for none', async (firstName) => {
    const file = facts('blank.json', JSON.stringify({ customer: { firstName } }));
    const { out } = await run('welcome', { with: file });
    expect(out).toContain('Subject: Your account is ready\n');
    expect(out).toContain('Hello,');
  });

  it.each([
    ['ticket-recieved', {}, 'No moment "ticket-recieved" in workflows: did you mean `ticket-received`?'],
    ['constructor', {}, 'No moment "constructor"'],
    ['welcome', { with: join(root, 'nowhere.json') }, 'Give a JSON file with --with.'],
    ['welcome', { with: facts('words.json', 'hello') }, 'is not JSON'],
    ['welcome', { with: facts('list.json', '[1]') }, 'It should be like {"event"'],
    ['welcome', { with: facts('typo.json', '{"customers": {}}') }, 'customers'],
    ['apology', { with: facts('date.json', '{"event": {"at": "tomorrow"}}') }, '"tomorrow"'],
    ['welcome', { with: facts('zone.json', '{"customer": {"zone": "Mars/Base"}}') }, 'Mars/Base'],
    ['welcome', { html: join(root, 'no', 'such', 'folder.html') }, 'Give another file with --html.'],
  ])('refuses %s %j with a sentence', async (moment, flags, why) => {
    await expect(run(moment, flags)).rejects.toThrow(why);
    await expect(run(moment, flags)).rejects.toMatchObject({ name: 'UsageError' });
  });
});
