import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { play } from '../../../cli/commands/play.ts';
import { start } from '../../../cli/commands/start.ts';
import { EVENTS, JOURNEY, MOMENT, POLICY } from '../../language/read/fixture.ts';
import { someEvents } from '../console/support.ts';
import { createQuickClock } from './quick-clock.ts';

const root = mkdtempSync(join(tmpdir(), 'tactful-'));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

/** A console that is built. */
const site = join(root, 'site');
mkdirSync(site);
writeFileSync(join(site, 'index.html'), '<title>The console</title>');

/** Some of the quarter, which a process more or less plays in half a second. */
const quarter = join(root, 'some.ndjson');
writeFileSync(quarter, someEvents(200));

/** A program of ours in a process of its own, and what it has said so far. */
const run = (program: string, ...args: string[]) => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args]);
  running.add(child);
  const printed = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    printed.out += text;
  });
  child.stderr.on('data', (text) => {
    printed.err += text;
  });
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return { code, ...printed };
  });
  const until = async (words: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const match = words.exec(printed.err);
      if (match) return match;
      await Promise.race([once(child.stderr, 'data'), ended.then(() => Promise.reject(new Error(printed.err)))]);
    }
  };
  return { child, ended, until };
};

/** The real command, which stays up. */
const tactfulStart = (data: string) => run('cli/tactful.ts', 'start', '--data', data, '--port', '0', '--site', site);

/** The command in this process, where the process is not what a test is about: what it said, by the time it ends or fails. */
const runStart = async (
  flags: { data: string; dir?: string; port?: string; once?: boolean },
  onError = (_line: string, _stop: () => void) => {},
) => {
  const stopping = new AbortController();
  const lines = { out: [] as string[], err: [] as string[] };
  const err = (line: string) => {
    lines.err.push(line);
    onError(line, () => stopping.abort());
  };
  const output = { out: (line: string) => lines.out.push(line), err };
  const deps = { now: createQuickClock(), stop: stopping.signal, quarter };
  const failure = await start({ dir: 'workflows', port: '0', site, ...flags }, output, deps).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { failure, ...lines };
};

const PORT = /at http:\/\/localhost:(\d+)/;

const LONG = 120_000;

/** Played in one go. */
const data = join(root, 'whole');
let whole: Awaited<ReturnType<typeof runStart>>;
beforeAll(async () => {
  whole = await runStart({ data, once: true });
}, LONG);

describe('tactful start', () => {
  it('killed in the middle of the quarter, goes on where it was and comes to the same end', {
    timeout: LONG,
  }, async () => {
    const folder = join(root, 'killed');
    const killed = run('test/cli/commands/play-quarter.ts', folder, quarter);
    await killed.until(/\d+ of \d+ events/);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const second = await runStart({ data: folder, once: true });
    expect(second.failure).toBe(undefined);
    expect(second.err[0]).toMatch(/^Going on with the quarter in .+ where it stopped, after [1-9]\d* events\.$/);
    expect(second.out[0]).toMatch(/^\d+ \w+ \d{4} to .+ customers$/);
    expect(second.out).toEqual(whole.out);
  });

  it('keeps its folder to itself, ends in order and goes on from there', { timeout: LONG }, async () => {
    const first = tactfulStart(data);
    const [, port] = await first.until(PORT);
    const detail = { customerId: 'ada/☃', email: 'ada@example.com' };
    const event = { source: 's', 'detail-type': 'customer.signed_up', detail };
    const answer = await fetch(`http://127.0.0.1:${port}/api/events`, { method: 'POST', body: JSON.stringify(event) });
    expect(await answer.json()).toMatchObject({ entries: [{ status: 'applied', customer: 'ada/☃' }] });

    const second = await runStart({ data });
    expect(second.out).toEqual([]);
    expect(second.failure).toMatchObject({
      name: 'UsageError',
      message: `A local console (npm start) is running on ${data} and keeps it to itself. Look in its console, stop it first, or name another folder with --data.`,
    });

    first.child.kill('SIGTERM');
    expect((await first.ended).code).toBe(0);
    const third = tactfulStart(data);
    const again = (await third.until(PORT))[1];
    expect((await fetch(`http://127.0.0.1:${again}/api/customers/${encodeURIComponent('ada/☃')}`)).status).toBe(200);
    third.child.kill('SIGINT');
    const { code, err } = await third.ended;
    expect(code).toBe(0);
    expect(err).toContain(`Going on with what is in ${data}; delete the folder to begin again.`);
    expect(err).not.toContain('Playing a quarter');
  });

  it('prints an event that a folder of other events takes, whatever they know customers by, and says that nobody entered by the examples', {
    timeout: LONG,
  }, async () => {
    const dir = join(root, 'own');
    for (const [path, text] of Object.entries({
      'events.yaml': EVENTS.replace('customer.signed_up', 'member.joined').replace(
        'customer: customerId',
        'customer: email',
      ),
      'policy.yaml': POLICY,
      'journeys/onboarding.yaml': JOURNEY.replace('customer.signed_up', 'member.joined'),
      'moments/welcome.md': MOMENT,
    })) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
    const { err } = await runStart(
      { data: join(root, 'own-data'), dir },
      (line, stop) => line.includes('Send it an event') && stop(),
    );
    expect(err).toContainEqual(expect.stringContaining('Nobody entered a journey by the example events'));
    const [, event = ''] = /-d '(.+)'$/.exec(err.at(-1) ?? '') ?? [];
    expect(JSON.parse(event)).toMatchObject({ 'detail-type': 'member.joined', detail: { email: 'ada@example.com' } });
    const file = join(root, 'own.ndjson');
    writeFileSync(file, event);
    const out: string[] = [];
    expect(await play(file, { dir, until: '1h' }, { out: (line) => out.push(line), err: () => {} })).toBe(0);
    expect(out[1]).toMatch(/ada@example\.com +entered onboarding$/);
  });

  it('prints an event that play takes as it stands', { timeout: LONG }, async () => {
    const { err } = await runStart({ data }, (line, stop) => line.includes('Send it an event') && stop());
    const [, event = ''] = /-d '(.+)'$/.exec(err.at(-1) ?? '') ?? [];
    const file = join(root, 'example.ndjson');
    writeFileSync(file, event);
    const output = { out: [] as string[], err: [] as string[] };
    const io = { out: (line: string) => output.out.push(line), err: (line: string) => output.err.push(line) };
    expect(await play(file, { dir: 'workflows', until: '1h' }, io)).toBe(0);
    expect(output.out[1]).toMatch(/ada +entered onboarding$/);
    expect(output.err).toEqual([
      'No line says when it happened, so the clock began in 1970. Give each a `time` (an entry of PutEvents a `Time`), such as 2026-03-02T09:00:00Z.',
    ]);
  });

  it('says which port is in use, before it plays anything', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port: busyPort } = server.address() as AddressInfo;
    const { failure, out, err } = await runStart({ data: join(root, 'port'), port: String(busyPort) });
    server.close();
    expect({ out, err }).toEqual({ out: [], err: [] });
    expect(failure).toMatchObject({
      name: 'UsageError',
      message: `Port ${busyPort} is in use. Stop what uses it, or choose another with --port.`,
    });
  });

  it('asked to stop in the middle of the quarter, says so and ends well', async () => {
    const { failure, out, err } = await runStart({ data: join(root, 'stopped'), once: true }, (line, stop) => {
      if (/^\d+ of \d+ events$/.test(line)) stop();
    });
    expect({ failure, out }).toEqual({ failure: undefined, out: [] });
    expect(err.at(-1)).toMatch(/^Stopped after [1-9]\d* of \d+ events\. Start again to go on\.$/);
  });

  it.each(['x', '70000', '-1', ''])('refuses the port %j', async (port) => {
    const flags = { dir: 'workflows', data: join(root, 'none'), port };
    const deps = { now: () => 0, stop: new AbortController().signal };
    await expect(start(flags, { out: () => {}, err: () => {} }, deps)).rejects.toThrow('a number from 0 to 65535');
  });
});
