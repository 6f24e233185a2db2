import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { play } from '../../../cli/commands/play.ts';
import { preview } from '../../../cli/commands/preview.ts';
import { explainCustomer } from '../../../cli/commands/why.ts';

const folder = mkdtempSync(join(tmpdir(), 'tactful-play-'));
afterAll(() => rmSync(folder, { recursive: true }));

const signUp = JSON.stringify({
  id: 'e1',
  source: 'accounts',
  'detail-type': 'customer.signed_up',
  time: '2026-03-02T09:00:00Z',
  detail: { customerId: 'ada', email: 'ada@example.com', plan: 'solo' },
});
const unknown = JSON.stringify({ ...JSON.parse(signUp), id: 'e2', 'detail-type': 'weather.changed' });

const playLines = async (...lines: string[]) => {
  const file = join(folder, 'events.ndjson');
  writeFileSync(file, lines.join('\n'));
  const err: string[] = [];
  const out: string[] = [];
  const output = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  return { status: await play(file, { dir: 'workflows', until: '1h' }, output), err, out };
};

describe('a busy customer', () => {
  it('gets the answer to a ticket, and the renewal, that come after seventy newer clicks', async () => {
    const event = (id: string, type: string, second: number, detail: object) =>
      JSON.stringify({
        id,
        source: 'shop',
        'detail-type': type,
        time: new Date(Date.parse('2026-03-02T10:00:00Z') + second * 1000).toISOString(),
        detail: { customerId: 'ada', ...detail },
      });
    const clicks = Array.from({ length: 70 }, (_, n) => event(`p${n}`, 'product.activated', n, { feature: `f${n}` }));
    const { out } = await playLines(
      event('i', 'customer.imported', -60, { email: 'ada@example.com' }),
      ...clicks,
      event('t', 'support.ticket_opened', 0, { ticketId: 't1', subject: 'Help' }),
      event('r', 'subscription.renewal_due', 1, {
        subscriptionId: 's1',
        renewsAt: '2026-04-01',
        amount: 9,
        currency: 'EUR',
      }),
    );
    const all = out.join('\n');
    expect(all).not.toContain('stale');
    expect(all).toMatch(/ticket-received/);
    expect(all).toMatch(/entered.*renewal|renewal.*entered/i);
  });
});

describe('tactful play', () => {
  it('names each rejected line by its number in the file, those before the first time too', async () => {
    const { status, err } = await playLines('nonsense', '', signUp, unknown);
    expect(err).toEqual([
      'Line 1: rejected, not-json.',
      'Line 4: rejected, unknown-type.',
      '2 of 3 lines rejected: 1 not-json, 1 unknown-type. Each is in the journal with its reason.',
    ]);
    expect(status).toBe(0);
  });

  it('goes on after lines that nothing can read to their end', async () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const inside = signUp.replace('"solo"', `"solo","x":${deep}`);
    const { status, err } = await playLines(deep, '['.repeat(10_000), inside, signUp);
    expect(err).toEqual([
      'Line 1: rejected, too-deep.',
      'Line 2: rejected, not-json.',
      'Line 3: rejected, too-deep.',
      '3 of 4 lines rejected: 2 too-deep, 1 not-json. Each is in the journal with its reason.',
    ]);
    expect(status).toBe(0);
  });

  it('rejects what a file says in our name, and takes what our journeys say', async () => {
    const forged = JSON.stringify({
      id: 'e3',
      source: 'tactful',
      'detail-type': 'billing.credit_granted',
      detail: { customerId: 'ada', days: 14 },
    });
    expect((await playLines(signUp, forged)).err).toEqual([
      'Line 2: rejected, forged.',
      '1 of 2 lines rejected: 1 forged. Each is in the journal with its reason.',
    ]);
  });

  it('ends with 1 where every line was rejected', async () => {
    expect((await playLines('nonsense')).status).toBe(1);
    expect((await playLines(unknown, 'nonsense')).status).toBe(1);
  });

  it('ends well where nothing was rejected, and with a file of no lines', async () => {
    expect(await playLines(signUp)).toMatchObject({ status: 0, err: [] });
    expect(await playLines('', '')).toMatchObject({
      status: 0,
      err: [expect.stringMatching(/^No events in .*: nothing was played\.$/)],
    });
  });

  it('says how many lines were taken for repeats, and where the first stands', async () => {
    const other = signUp.replace('"ada"', '"ben"');
    expect((await playLines(signUp, '', signUp, other, signUp)).err).toEqual([
      '2 of 4 lines taken for repeats of earlier ones, by their `id` or that of events.yaml, and passed over: the first is line 3.',
    ]);
  });

  it('names the one clock that all its times are of before them', async () => {
    const { out } = await playLines(signUp);
    expect(out[0]).toBe('Times are UTC.');
    expect(out[1]).toMatch(/^2026-03-02 09:00 {2}ada/);
  });

  describe('takes entries of PutEvents as the local API does', () => {
    const { source: Source, 'detail-type': DetailType, time: Time, detail } = JSON.parse(signUp);
    const entry = { EventBusName: 'tactful-production', Source, DetailType, Time, Detail: JSON.stringify(detail) };

    it.each([
      ['one a line, beside an envelope', [JSON.stringify({ ...entry, Time: Date.parse(Time) / 1000 })]],
      ['in the list that `aws events put-events` takes', JSON.stringify([entry], null, 2).split('\n')],
      ['in a list on one line', [JSON.stringify([entry])]],
      ['under Entries', ['', JSON.stringify({ Entries: [entry] })]],
      ['as the only object, over many lines', JSON.stringify(entry, null, 2).split('\n')],
    ])('%s', async (_, lines) => {
      const { status, err, out } = await playLines(...lines);
      expect({ status, err }).toEqual({ status: 0, err: [] });
      expect(out.join('\n')).toMatch(/2026-03-02 09:00 {2}ada .*sent welcome/);
    });

    it('and names those of a list by their place in it', async () => {
      const { err } = await playLines('[', `${JSON.stringify(entry)},`, unknown, ']');
      expect(err).toEqual([
        'Entry 2: rejected, unknown-type.',
        '1 of 2 entries rejected: 1 unknown-type. Each is in the journal with its reason.',
      ]);
    });

    it('and so does why', async () => {
      const file = join(folder, 'entries.json');
      writeFileSync(file, JSON.stringify([entry], null, 2));
      const out: string[] = [];
      const output = { out: (line: string) => void out.push(line), err: (line: string) => void out.push(line) };
      expect(await explainCustomer('ada', { dir: 'workflows', data: '', events: file }, output)).toBe(0);
      expect(out.join('\n')).toContain('Sent “Welcome” by email');
    });
  });

  it('names the first twenty of many and says how many more', async () => {
    const { err } = await playLines(signUp, ...Array.from({ length: 30 }, () => 'nonsense'));
    expect(err).toHaveLength(22);
    expect(err.slice(-3)).toEqual([
      'Line 21: rejected, not-json.',
      'And 10 more.',
      '30 of 31 lines rejected: 30 not-json. Each is in the journal with its reason.',
    ]);
  });
});

describe('a folder with a broken file', () => {
  const dir = join(folder, 'workflows');
  cpSync('workflows', dir, { recursive: true });
  const welcome = join(dir, 'moments', 'welcome.md');
  writeFileSync(welcome, readFileSync(welcome, 'utf8').replace('event.at', 'event.att'));
  const file = join(folder, 'tickets.ndjson');
  const detail = { customerId: 'ada', ticketId: 't1', subject: 'Help' };
  const ticket = { ...JSON.parse(signUp), id: 'e2', 'detail-type': 'support.ticket_opened', detail };
  writeFileSync(file, `${signUp}\n${JSON.stringify(ticket)}\n`);

  const recorder = () => {
    const lines = { out: [] as string[], err: [] as string[] };
    return {
      lines,
      output: { out: (line: string) => lines.out.push(line), err: (line: string) => lines.err.push(line) },
    };
  };
  const WITHOUT = [
    expect.stringContaining('welcome.md:7:41 unknown `event.att`'),
    expect.stringMatching(/^Going on without moments\/welcome\.md, journeys\/onboarding\.yaml, .+ scenarios\.$/),
  ];

  it('is played, explained and shown without it, and each says so', async () => {
    const played = recorder();
    expect(await play(file, { dir, until: '1h' }, played.output)).toBe(0);
    expect(played.lines.err).toEqual(WITHOUT);
    expect(played.lines.out.join('\n')).toContain('sent ticket-received');
    const explained = recorder();
    expect(await explainCustomer('ada', { dir, data: '', events: file }, explained.output)).toBe(0);
    expect(explained.lines.err).toEqual(WITHOUT);
    const recording = recorder();
    expect(await preview('ticket-received', { dir }, recording.output, { now: () => 0 })).toBe(0);
    expect(recording.lines.err).toEqual(WITHOUT);
    await expect(preview('welcome', { dir }, recorder().output, { now: () => 0 })).rejects.toThrow('welcome is broken');
  });
});
