import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { customerZone } from '../../core/customer/model/customer-zone.ts';
import { AdvanceInvalid, readAdvance } from './clock.ts';
import { BodyInvalid, readEntries } from './entries.ts';
import { allowLocalOnly } from './local-only.ts';
import { customerPage } from './page/customer.ts';
import { CONTENT_SECURITY_POLICY, layout, sentencePage } from './page/layout.ts';
import { customerPath, listPage } from './page/list.ts';
import { StorageFailed } from './storage.ts';
import type { Studio } from './studio.ts';

export interface AppDeps {
  studio: Studio;
  newId: () => string;
  report: (error: unknown) => void;
}

const MIB = 1024 * 1024;
const MAX_BODY = 8 * MIB;

/** The studio over HTTP: JSON for programs, pages for people. Every refusal is a sentence. */
export const createApp = ({ studio, newId, report }: AppDeps): Hono => {
  const app = new Hono();
  const { catalogue } = studio;

  const frame = (c: Context, zone = catalogue.policy.zone) => {
    const { pathname, search } = new URL(c.req.url);
    return { now: studio.now, zone, here: `${pathname}${search}` };
  };
  const isPerson = (c: Context): boolean => c.req.header('accept')?.includes('text/html') === true;
  const refuse = (c: Context, status: 400 | 404 | 413 | 500 | 503 | 507, title: string, message: string) =>
    isPerson(c) ? c.html(sentencePage(title, message, frame(c)), status) : c.json({ message }, status);

  app.use(allowLocalOnly);
  app.use(async (c, next) => {
    await next();
    c.header('content-security-policy', CONTENT_SECURITY_POLICY);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'same-origin');
    c.header('cache-control', 'no-store');
  });
  app.use(async (c, next) => {
    if (studio.progress.live) return next();
    c.header('retry-after', '2');
    if (isPerson(c)) c.header('refresh', '2');
    return refuse(c, 503, 'One moment', 'A quarter of events is played first. Try again in a few seconds.');
  });
  app.use(
    bodyLimit({
      maxSize: MAX_BODY,
      onError: (c) => refuse(c, 413, 'Too much', `The body is over ${MAX_BODY / MIB} MiB. Send it in parts.`),
    }),
  );

  app.post('/events', async (c) => {
    const { entries, failure } = await studio.receive(readEntries(await textOf(c), newId));
    if (failure === undefined) return c.json({ entries });
    const [status, message] =
      failure instanceof StorageFailed ? ([507, failure.message] as const) : ([500, OOPS] as const);
    return c.json({ message, entries }, status);
  });

  app.post('/clock', async (c) => {
    const body = readBody(await textOf(c));
    await studio.advance(readAdvance(body.advance));
    if (isPerson(c)) return c.redirect(within(body.back), 303);
    return c.json({ now: new Date(studio.now).toISOString() });
  });

  app.get('/summary', async (c) => c.json(await studio.summary()));

  app.get('/customers', async (c) => {
    const count = c.req.query('count');
    if (count !== undefined && !/^[1-9]\d{0,3}$/.test(count)) {
      return refuse(c, 400, 'No such page', `count is ${JSON.stringify(count)}; it should be a number from 1 to 200.`);
    }
    const { from, q } = c.req.query();
    return c.json(
      await studio.customers({ ...asks(from, q), ...(count === undefined ? {} : { count: Number(count) }) }),
    );
  });

  const unknown = (c: Context, id: string) =>
    refuse(c, 404, 'Nobody', `Nobody is known as ${JSON.stringify(id.slice(0, 200))}. GET /customers lists all.`);

  app.get('/customers/:id', async (c) => {
    const id = c.req.param('id');
    const story = await studio.customer(id);
    return story ? c.json(story) : unknown(c, id);
  });

  app.get('/customers/:id/messages', async (c) => {
    const id = c.req.param('id');
    const messages = await studio.messages(id);
    return messages ? c.json({ messages }) : unknown(c, id);
  });

  app.get('/', async (c) => {
    const { customer, from, q } = c.req.query();
    if (customer !== undefined) {
      const [story, messages] = [await studio.customer(customer), await studio.messages(customer)];
      if (!story || !messages) return unknown(c, customer);
      const title = String(story.attributes.firstName?.value ?? customer);
      const body = customerPage({ story, messages, catalogue });
      return c.html(layout({ ...frame(c, customerZone(story, catalogue)), title, body }));
    }
    const [list, totals] = [await studio.customers(asks(from, q)), await studio.summary()];
    return c.html(layout({ ...frame(c), title: 'Customers', body: listPage({ list, totals, q: q ?? '', catalogue }) }));
  });

  app.notFound((c) =>
    refuse(c, 404, 'Nothing here', `There is no ${c.req.method} ${c.req.path.slice(0, 200)} here. ${ROUTES}`),
  );
  app.onError((error, c) => {
    if (error instanceof BodyInvalid || error instanceof AdvanceInvalid)
      return refuse(c, 400, 'Not understood', error.message);
    report(error);
    return error instanceof StorageFailed
      ? refuse(c, 507, 'No room', error.message)
      : refuse(c, 500, 'Our fault', OOPS);
  });
  return app;
};

const OOPS = 'Something went wrong here. The studio’s own output says what.';
const ROUTES =
  'There is POST /events, POST /clock, GET /customers, GET /customers/:id, GET /customers/:id/messages, GET /summary, and the page at /.';

const asks = (from: string | undefined, q: string | undefined) => ({
  ...(from === undefined ? {} : { from }),
  ...(q === undefined ? {} : { q }),
});

/** The body as text; throws BodyInvalid where it is not UTF-8. */
const textOf = async (c: Context): Promise<string> => {
  const bytes = await c.req.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BodyInvalid('The body is not UTF-8.');
  }
};

/** JSON of a program, or what a form sends. */
const readBody = (body: string): Record<string, unknown> => {
  if (!body.trimStart().startsWith('{')) return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    throw new BodyInvalid('The body should be JSON such as {"advance": "3 days"}.');
  }
};

/** A page of ours to go back to, whatever the form said. */
const within = (back: unknown): string => {
  const { pathname, searchParams } = new URL(typeof back === 'string' ? back : '/', 'http://localhost');
  const customer = searchParams.get('customer');
  return pathname === '/' && customer !== null ? customerPath(customer) : '/';
};
