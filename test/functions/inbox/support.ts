import type { Hono } from 'hono';
import type { InboxEntries } from '../../../functions/inbox/entries.ts';
import { createInbox } from '../../../functions/inbox/inbox.ts';
import { signRequest } from '../../../functions/inbox/signed-request.ts';
import type { InboxEntry } from '../../../functions/shared/inbox-message.ts';
import { DAY, MINUTE } from '../../../language/catalogue/milliseconds.ts';

export const KEY = 'a key of sixteen bytes or more';
export const T0 = Date.parse('2026-03-02T10:00:00Z');

export const entry = (id: string, minutes: number, more: Partial<InboxEntry> = {}): InboxEntry => ({
  id,
  at: new Date(T0 + minutes * MINUTE).toISOString(),
  until: new Date(T0 + minutes * MINUTE + 90 * DAY).toISOString(),
  journey: 'onboarding',
  step: 'send-tips',
  moment: 'tips',
  purpose: 'relationship',
  channel: 'inbox',
  subject: `Title of ${id}`,
  text: 'A tip.',
  html: '<p>A tip.</p>',
  headers: {},
  ...more,
});

let nonces = 0;

interface InboxRequest {
  method?: string;
  path?: string;
  query?: Record<string, string>;
  body?: string;
  key?: string;
  time?: string;
  nonce?: string;
  /** After it is signed. */
  changed?: { path?: string; query?: Record<string, string>; body?: string; headers?: Record<string, string> };
}

/** A request as a backend signs it. */
export const signed = (
  { method = 'GET', path = '/inbox', query = {}, body = '', key = KEY, changed = {}, ...by }: InboxRequest,
  now = T0,
): Request => {
  const { time = String(now / 1000), nonce = `nonce-of-a-request-${++nonces}` } = by;
  const { signature, key: id } = signRequest(
    key,
    { method, path, query: new URLSearchParams(query), body },
    { time, nonce },
  );
  const search = new URLSearchParams(changed.query ?? query).toString();
  return new Request(`https://inbox.example${changed.path ?? path}${search && `?${search}`}`, {
    method,
    headers: {
      'x-tactful-key': id,
      'x-tactful-time': time,
      'x-tactful-nonce': nonce,
      'x-tactful-signature': signature,
      ...changed.headers,
    },
    ...(method === 'POST' && { body: changed.body ?? body }),
  });
};

/** Inboxes in memory, and what was put on the bus. */
export const openInbox = (inboxes: Record<string, InboxEntry[]> = {}, ids: Record<string, string[]> = {}) => {
  const clock = { now: T0 };
  const published: { type: string; detail: Record<string, unknown> }[] = [];
  const refused: string[] = [];
  const usedNonces = new Set<string>();
  const faults = { publish: false, mark: false };
  const entries: InboxEntries = {
    of: async (customer) => inboxes[customer] ?? [],
    mark: async (customer, id, mark, at) => {
      if (faults.mark) throw new Error('no mark');
      inboxes[customer] = (inboxes[customer] ?? []).map((one) => (one.id === id ? { [`${mark}At`]: at, ...one } : one));
    },
  };
  const app: Hono = createInbox({
    keys: async () => [KEY],
    nonces: { use: async (nonce) => !usedNonces.has(nonce) && !!usedNonces.add(nonce) },
    idsOf: async (customer) => ids[customer] ?? [customer],
    entries,
    publish: async (events) => {
      if (faults.publish) throw new Error('no bus');
      published.push(...events);
    },
    now: () => clock.now,
    clock: () => clock.now,
    refused: (why) => void refused.push(why),
    report: () => {},
  });
  const ask = async (request: InboxRequest) => {
    const answer = await app.fetch(signed(request, clock.now));
    return { status: answer.status, body: JSON.parse(await answer.text()) };
  };
  const list = async (query: Record<string, string>) => (await ask({ query })).body;
  const post = (what: 'read' | 'dismiss', customer: string, all: string[]) =>
    ask({ method: 'POST', path: `/inbox/${what}`, body: JSON.stringify({ customer, ids: all }) });
  return { app, clock, inboxes, published, refused, faults, ask, list, post };
};
