import { Hono } from 'hono';
import { LinkExpired, LinkForged } from '../shared/link.ts';
import { choose, showChoices } from './choose.ts';
import { NothingHere, type PreferencesDeps } from './deps.ts';
import { HEADERS } from './layout.ts';
import { askToLeave, leave } from './leave.ts';
import { sorryPage } from './pages.ts';
import { why } from './why.ts';

const TOO_OLD = 'For your safety, links like this work for a while only. The same link in our newest message works.';
const BROKEN = 'It may have been cut off on its way. Try the same link in our newest message.';
const OUR_FAULT = 'Something is wrong on our side and nothing was changed. Please try again in a minute.';

/** The pages behind the links of messages. A GET changes nothing: mail scanners open links before people do. */
export const createPreferences = (deps: PreferencesDeps): Hono => {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
  });
  app.get('/preferences/:token', showChoices(deps));
  app.post('/preferences/:token', choose(deps));
  app.get('/unsubscribe/:token', askToLeave(deps));
  app.post('/unsubscribe/:token', leave(deps));
  app.get('/why/:token', why(deps));
  app.notFound((c) => c.html(sorryPage('Nothing here', 'Use a link from one of our messages.'), 404));
  app.onError((error, c) => {
    if (error instanceof LinkExpired) {
      deps.count('LinkRefused');
      return c.html(sorryPage('This link is too old', TOO_OLD), 410);
    }
    if (error instanceof LinkForged || error instanceof NothingHere) {
      deps.count('LinkRefused');
      return c.html(sorryPage('This link does not work', BROKEN), 404);
    }
    deps.report(error);
    return c.html(sorryPage('That did not work', OUR_FAULT), 503);
  });
  return app;
};
