import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { PATHS, type RouteName } from './contract/paths.ts';
import type { Handlers } from './handlers.ts';
import type {
  AuditLog,
  Caller,
  Clock,
  Counts,
  Customers,
  Directory,
  Flags,
  Intake,
  Notes,
  Resting,
  Running,
  Stage,
  Tasks,
  TestSend,
} from './ports.ts';
import { answerProblem, Refused } from './problem.ts';
import { journeyHandlers } from './routes/journeys.ts';
import { meHandlers } from './routes/me.ts';
import { serve } from './serve.ts';

/** What the API stands on. */
export interface ApiDeps {
  /** Who asks; undefined of somebody who did not sign in. */
  identify(c: Context): Promise<Caller | undefined> | Caller | undefined;
  /** Whoever asks too often waits so many seconds. */
  tooOften?(caller: Caller): number | undefined;
  /** A failure of the stage that whoever asks can do something about. */
  asRefused?(error: unknown): Refused | undefined;
  report(error: unknown): void;
  newId(): string;
  stage: Stage;
  clock: Clock;
  running(): Promise<Running>;
  counts: Counts;
  resting: Resting;
  directory: Directory;
  customers: Customers;
  notes: Notes;
  tasks: Tasks;
  intake: Intake;
  flags: Flags;
  testSend: TestSend;
  audit: AuditLog;
}

const MIB = 1024 * 1024;
/** Of a body, in bytes. Events come in batches. */
const MOST = MIB;
const MOST_EVENTS = 8 * MIB;

const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (c) => answerProblem(c, new Refused(413, `The body is over ${maxSize / MIB} MiB. Send it in parts.`)),
  });

const isName = (name: string): name is RouteName => Object.hasOwn(PATHS, name);

/** The console’s API. Every answer that is not what was asked for is a Problem: what was found, where, what to do. */
export const createApi = (deps: ApiDeps): OpenAPIHono => {
  const app = new OpenAPIHono();
  app.use('/api/*', async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
    c.header('x-content-type-options', 'nosniff');
  });
  const [ordinary, events] = [limited(MOST), limited(MOST_EVENTS)];
  app.use('/api/*', (c, next) => (c.req.path === PATHS.sendEvents[1] ? events : ordinary)(c, next));

  const handlers: Partial<Handlers> = { ...meHandlers(deps), ...journeyHandlers(deps) };
  for (const name of Object.keys(handlers)) if (isName(name)) mount(app, name, handlers, deps);

  app.get('/api/openapi.json', (c) =>
    c.json(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: { title: 'Tactful', version: '1', description: 'What the console asks of a stage, or of a local world.' },
      }),
    ),
  );
  const methods = new Map<string, string[]>();
  for (const { method, path } of app.routes)
    if (method !== 'ALL') methods.set(path, [...(methods.get(path) ?? []), method]);
  for (const [path, allow] of methods)
    app.all(path, (c) => {
      c.header('allow', allow.join(', '));
      return answerProblem(c, new Refused(405, `${c.req.method} is not done here; ${allow.join(' and ')} is.`));
    });
  app.notFound((c) =>
    answerProblem(
      c,
      new Refused(404, `There is no ${c.req.path.slice(0, 200)} here. GET /api/openapi.json lists what there is.`),
    ),
  );
  app.onError((error, c) => {
    const refused = error instanceof Refused ? error : deps.asRefused?.(error);
    if (refused) return answerProblem(c, refused);
    deps.report(error);
    return answerProblem(c, new Refused(500, 'Something went wrong here. It is in the log; try again in a moment.'));
  });
  return app;
};

const mount = <Name extends RouteName>(
  app: OpenAPIHono,
  name: Name,
  handlers: Partial<Handlers>,
  deps: ApiDeps,
): void => {
  const handler = handlers[name];
  if (handler) serve(app, name, handler, deps);
};
