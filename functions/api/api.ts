import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { PATHS, ROUTE_NAMES } from './contract/paths.ts';
import type { ApiDeps } from './deps.ts';
import type { Handlers } from './handlers.ts';
import { answerProblem, Refused } from './problem.ts';
import { actingHandlers } from './routes/acting.ts';
import { broadcastHandlers } from './routes/broadcasts.ts';
import { crowdHandlers } from './routes/crowds.ts';
import { customerHandlers } from './routes/customers.ts';
import { draftHandlers } from './routes/drafts.ts';
import { eventHandlers } from './routes/events.ts';
import { gestureHandlers } from './routes/gestures.ts';
import { inboxHandlers } from './routes/inbox.ts';
import { jobHandlers } from './routes/jobs.ts';
import { journeyHandlers } from './routes/journeys.ts';
import { meHandlers } from './routes/me.ts';
import { momentHandlers } from './routes/moments.ts';
import { overviewHandlers } from './routes/overview.ts';
import { promiseHandlers } from './routes/promises.ts';
import { stageHandlers } from './routes/stage.ts';
import { taskHandlers } from './routes/tasks.ts';
import { teamHandlers } from './routes/teams.ts';
import { userHandlers } from './routes/users.ts';
import { versionHandlers } from './routes/versions.ts';
import { workHandlers } from './routes/work.ts';
import { serve } from './serve.ts';

const MIB = 1024 * 1024;
/** Of a body, in bytes. Events come in batches. */
const MOST = MIB;
const MOST_EVENTS = 8 * MIB;

const limitBody = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (c) => answerProblem(c, new Refused(413, `The body is over ${maxSize / MIB} MiB. Send it in parts.`)),
  });

/** The console’s API. Every answer that is not what was asked for is a Problem: what was found, where, what to do. */
export const createApi = (deps: ApiDeps): OpenAPIHono => {
  const app = new OpenAPIHono();
  app.use('/api/*', async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
    c.header('x-content-type-options', 'nosniff');
  });
  const [ordinary, events] = [limitBody(MOST), limitBody(MOST_EVENTS)];
  app.use('/api/*', (c, next) => (c.req.path === PATHS.sendEvents[1] ? events : ordinary)(c, next));

  const handlers: Handlers = {
    ...meHandlers(deps),
    ...overviewHandlers(deps),
    ...journeyHandlers(deps),
    ...versionHandlers(deps),
    ...momentHandlers(deps),
    ...draftHandlers(deps),
    ...jobHandlers(deps),
    ...customerHandlers(deps),
    ...gestureHandlers(deps),
    ...inboxHandlers(deps),
    ...taskHandlers(deps),
    ...crowdHandlers(deps),
    ...broadcastHandlers(deps),
    ...workHandlers(deps),
    ...promiseHandlers(deps),
    ...teamHandlers(deps),
    ...eventHandlers(deps),
    ...userHandlers(deps),
    ...actingHandlers(deps),
    ...stageHandlers(deps),
  };
  for (const name of ROUTE_NAMES) serve(app, name, handlers[name], deps);

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
  app.all('/api/*', (c) =>
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
