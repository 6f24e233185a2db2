import { Hono } from 'hono';
import { createApi } from '../../functions/api/api.ts';
import type { ApiDeps } from '../../functions/api/deps.ts';
import { answerProblem, Refused } from '../../functions/api/problem.ts';
import { allowLocalOnly } from './local-only.ts';
import type { LocalWorld } from './local-world.ts';
import { SITE, serveSite } from './site.ts';

export interface AppDeps {
  local: Pick<LocalWorld, 'progress'>;
  api: ApiDeps;
  /** Reads edited workflows again. */
  refresh: () => Promise<unknown>;
  site?: string;
}

/** The console and its API, for this machine alone. */
export const createApp = ({ local, api, refresh, site = SITE }: AppDeps): Hono => {
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
  app.get('*', serveSite(site));
  return app;
};
