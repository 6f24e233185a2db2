import { Hono } from 'hono';
import { createApi } from '../../functions/api/api.ts';
import type { ApiDeps } from '../../functions/api/deps.ts';
import { answerProblem, Refused } from '../../functions/api/problem.ts';
import { createWorldPages } from '../../simulator/pages.ts';
import { allowLocalOnly } from './local-only.ts';
import type { LocalWorld } from './local-world.ts';
import { SITE, serveSite } from './site.ts';

export interface AppDeps {
  local: LocalWorld;
  api: ApiDeps;
  /** Reads edited workflows again. */
  refresh: () => Promise<unknown>;
  /** The API of inboxes. */
  inbox: Hono;
  site?: string;
}

/** Where the links of messages lead. */
const PAGES = ['/preferences/*', '/known/*', '/unsubscribe/*', '/why/*', '/answer/*', '/c/*'];

/** The pages of customers, by the workflows as they are now. */
const pagesOf = (local: LocalWorld, { newId, report }: ApiDeps): Hono =>
  createWorldPages({
    links: local.links,
    catalogue: local.catalogue,
    world: () => local.world,
    arrive: (raw) => local.receive([{ raw }]),
    newId,
    report,
  });

/** The console and its API, for this machine alone. */
export const createApp = ({ local, api, refresh, inbox, site = SITE }: AppDeps): Hono => {
  const app = new Hono();
  app.use(allowLocalOnly);
  app.use('/api/*', async (c, next) => {
    if (local.progress.live) {
      await refresh();
      return next();
    }
    c.header('retry-after', '2');
    return answerProblem(c, new Refused(503, 'A quarter of events is played first. Try again in a few seconds.'));
  });
  app.route('/', createApi(api));
  for (const path of PAGES) app.all(path, (c) => pagesOf(local, api).fetch(c.req.raw));
  for (const path of ['/inbox', '/inbox/*']) app.all(path, (c) => inbox.fetch(c.req.raw));
  app.get('*', serveSite(site));
  return app;
};
