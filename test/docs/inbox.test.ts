import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { writeKeyring } from '../../functions/shared/keyring.ts';
import { entry, KEY, openInbox } from '../functions/inbox/support.ts';
import { snippetsOf } from '../support/snippets.ts';

const dir = mkdtempSync(join(tmpdir(), 'tactful-inbox-'));
afterAll(() => rmSync(dir, { recursive: true }));
afterEach(() => vi.unstubAllGlobals());

const snippet = (snippetName: string): string => {
  const match = snippetsOf(readFileSync('docs/inbox.md', 'utf8')).find(({ name }) => name === snippetName);
  return match?.text ?? expect.fail(`docs/inbox.md has no ${snippetName}`);
};

type Ask = (
  to: { url: string; secret: string },
  method: string,
  path: string,
  query?: Record<string, string>,
  body?: string,
) => Promise<{ unread: number; messages: unknown[] }>;

const openAsk = async (): Promise<Ask> => {
  const file = join(dir, 'inbox.mjs');
  writeFileSync(file, snippet('inbox.mjs'));
  return (await import(pathToFileURL(file).href)).askInbox;
};

/** The inbox of a stage, by now's clock. */
const openNow = () => {
  const inbox = openInbox({ 'ada b': [entry('a', 0, { until: '2999-01-01T00:00:00.000Z' })] });
  inbox.clock.now = Date.now();
  return inbox;
};

describe('the examples of docs/inbox.md', () => {
  it('read an inbox and say what was read, in Node', async () => {
    const { app } = openNow();
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => app.fetch(new Request(url, init)));
    const ask = await openAsk();
    const to = { url: 'https://inbox.example', secret: KEY };
    expect(await ask(to, 'GET', '/inbox', { limit: '5', customer: 'ada b' })).toMatchObject({
      unread: 1,
      messages: [{ id: 'a', title: 'Title of a' }],
    });
    const body = JSON.stringify({ customer: 'ada b', ids: ['a'] });
    expect(await ask(to, 'POST', '/inbox/read', {}, body)).toEqual({ unread: 0 });
    const rotated = writeKeyring([
      { key: 'a key that is not used before tomorrow', from: Date.now() + 86_400_000 },
      { key: KEY, from: 0 },
    ]);
    expect(await ask({ ...to, secret: rotated }, 'GET', '/inbox', { customer: 'ada b' })).toMatchObject({ unread: 0 });
    const other = ask({ ...to, secret: 'another key of some length' }, 'GET', '/inbox', { customer: 'ada b' });
    await expect(other).rejects.toThrow(/No key of this stage/);
  });

  it('sign a request by hand, with openssl', async () => {
    const { app } = openNow();
    const script = `curl() { printf '%s\\n' "$@"; }\n${snippet('inbox.sh')}`;
    const env = { ...process.env, KEY, URL: 'https://inbox.example', CUSTOMER: 'ada' };
    const words = execFileSync('bash', ['-c', script], { env, encoding: 'utf8' }).split('\n');
    const headers = words.filter((word) => word.startsWith('x-tactful-')).map((word) => word.split(': '));
    const url = words.find((word) => word.startsWith('https://')) ?? '';
    const answer = await app.fetch(new Request(url, { headers: Object.fromEntries(headers) }));
    expect(await answer.json()).toEqual({ unread: 0, messages: [] });
  });
});
