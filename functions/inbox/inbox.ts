import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import { SECOND } from '../../language/catalogue/milliseconds.ts';
import type { InboxEntry, Mark } from '../shared/inbox-message.ts';
import { parseJson } from '../shared/parse-json.ts';
import type { InboxEntries, Nonces } from './entries.ts';
import { pageOf, standing, unreadIn } from './page.ts';
import { answerInboxProblem, InboxProblem } from './problem.ts';
import { InboxQuery, MarkOrder } from './schema.ts';
import { type Disbelief, disbelief, WINDOW } from './signed-request.ts';

export interface InboxDeps {
  /** Keys that a request may be signed with. */
  keys: () => Promise<readonly string[]>;
  nonces: Nonces;
  /** All ids of a person; none of somebody who is being erased. */
  idsOf: (customer: string) => Promise<readonly string[]>;
  entries: InboxEntries;
  /** Puts on the bus what a customer did. */
  publish: (events: { type: string; detail: Record<string, unknown> }[]) => Promise<void>;
  now: () => number;
  /** By which backends sign, in milliseconds: the real time, also where a world has another. */
  clock: () => number;
  /** Counts a request that is not believed. */
  refused: (why: Disbelief | 'replayed') => void;
  report: (error: unknown) => void;
}

/** More is no request of ours. */
const MOST_BYTES = 64 * 1024;

const DISBELIEVED: Record<Disbelief | 'replayed', string> = {
  unsigned:
    'It is not signed: send x-tactful-key, x-tactful-time, x-tactful-nonce (16 to 128 letters, digits, - or _) and x-tactful-signature.',
  'unknown-key':
    'No key of this stage has the id that x-tactful-key names: read the secret again, its key may have turned over.',
  expired: `Its x-tactful-time is more than ${WINDOW / SECOND} seconds from our clock: sign each request when it is sent.`,
  forged: 'Its signature is of another request, or by another key: docs/inbox.md says what is signed.',
  replayed: 'Its x-tactful-nonce was used before: make a new one for each request.',
};

/** Only who has the key may ask, and each signature is good for one request. */
const believe = async (deps: InboxDeps, c: Context, body: string): Promise<void> => {
  const { pathname, searchParams } = new URL(c.req.url);
  const by = {
    key: c.req.header('x-tactful-key'),
    time: c.req.header('x-tactful-time'),
    nonce: c.req.header('x-tactful-nonce'),
    signature: c.req.header('x-tactful-signature'),
  };
  const request = { method: c.req.method, path: pathname, query: searchParams, body };
  const why = disbelief(await deps.keys(), request, by, deps.clock()) ?? (await refuseReplay(deps, by.nonce));
  if (why === undefined) return;
  deps.refused(why);
  throw new InboxProblem(401, DISBELIEVED[why]);
};

const refuseReplay = async ({ nonces, clock }: InboxDeps, nonce = ''): Promise<'replayed' | undefined> =>
  (await nonces.use(nonce, clock() + 2 * WINDOW)) ? undefined : 'replayed';

const bodyOf = async (c: Context): Promise<string> => {
  const body = await c.req.text();
  if (Buffer.byteLength(body) > MOST_BYTES)
    throw new InboxProblem(413, `The body has more than ${MOST_BYTES} bytes: name fewer messages at once.`);
  return body;
};

const readBy = <Shape extends z.ZodType>(shape: Shape, value: unknown, what: string): z.output<Shape> => {
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  const { path = [], message } = read.error.issues[0] ?? { message: 'not understood' };
  throw new InboxProblem(400, `${what}${path.length > 0 ? `, at ${path.join('.')}` : ''}: ${message}.`);
};

/** An entry, and under which of the person's ids it lies. */
interface StoredEntry {
  id: string;
  entry: InboxEntry;
}

const inboxOf = async ({ idsOf, entries }: InboxDeps, customer: string): Promise<StoredEntry[]> => {
  const ids = await idsOf(customer);
  const all = await Promise.all(ids.map(async (id) => (await entries.of(id)).map((entry) => ({ id, entry }))));
  return all.flat();
};

const show = (deps: InboxDeps) => async (c: Context) => {
  await believe(deps, c, '');
  const { customer, limit, after } = readBy(InboxQuery, c.req.query(), 'The query');
  const there = standing(
    (await inboxOf(deps, customer)).map(({ entry }) => entry),
    deps.now(),
  );
  return c.json({ unread: unreadIn(there), ...pageOf(there, { limit, after }) });
};

const KEPT = { read: 'readAt', dismissed: 'dismissedAt' } as const satisfies Record<Mark, keyof InboxEntry>;

/** Tells what was done before it is noted: if we die in between it is told again, and known as a repeat. */
const mark = (deps: InboxDeps, done: Mark) => async (c: Context) => {
  const body = await bodyOf(c);
  await believe(deps, c, body);
  const { customer, ids } = readBy(MarkOrder, parseJson(body), 'The body');
  const places = await inboxOf(deps, customer);
  const there = new Set(
    standing(
      places.map(({ entry }) => entry),
      deps.now(),
    ),
  );
  const marked = places.filter(({ entry }) => ids.includes(entry.id) && there.has(entry) && !entry[KEPT[done]]);
  const at = new Date(deps.now()).toISOString();
  if (marked.length > 0) await deps.publish(marked.map(({ id, entry }) => eventOf(done, id, entry)));
  for (const { id, entry } of marked) await deps.entries.mark(id, entry.id, done, at);
  const left = places.map(({ entry }) =>
    marked.some((one) => one.entry === entry) ? { ...entry, [KEPT[done]]: at } : entry,
  );
  return c.json({ unread: unreadIn(standing(left, deps.now())) });
};

const eventOf = (done: Mark, customerId: string, { id, moment }: InboxEntry) => ({
  type: `message.${done}`,
  detail: { customerId, decision: id, channel: 'inbox', moment },
});

/** What a backend of the company's asks of its customers' inboxes. Each request is signed, and nobody else is answered. */
export const createInbox = (deps: InboxDeps): Hono => {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });
  app.get('/inbox', show(deps));
  app.post('/inbox/read', mark(deps, 'read'));
  app.post('/inbox/dismiss', mark(deps, 'dismissed'));
  app.notFound((c) =>
    answerInboxProblem(c, new InboxProblem(404, 'There is GET /inbox, POST /inbox/read and POST /inbox/dismiss.')),
  );
  app.onError((error, c) => {
    if (error instanceof InboxProblem) return answerInboxProblem(c, error);
    deps.report(error);
    return answerInboxProblem(
      c,
      new InboxProblem(503, 'Something is wrong on our side. Ask again in a minute, signed anew.'),
    );
  });
  return app;
};
