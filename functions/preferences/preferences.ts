import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { memoizeAsync } from '../shared/handler/memoize-async.ts';
import { ANSWER_DAYS, LinkExpired } from '../shared/link.ts';
import { LinkForged } from '../shared/seal.ts';
import { giveAnswer, lengthen, showAnswer } from './answer.ts';
import { choose, showChoices } from './choose.ts';
import { openLink } from './click.ts';
import { NothingHere, type PreferencesDeps } from './deps.ts';
import { askToErase, download, erase } from './known/take-away.ts';
import { HEADERS } from './layout.ts';
import { askToLeave, leave } from './leave.ts';
import { sorryPage } from './pages.ts';
import { speechFor } from './speech.ts';
import { why } from './why.ts';

/** In bytes: more than any form of ours holds. */
const MOST_BODY = 64 * 1024;

/** No link has said yet which language its message was in. What failed is said as the page that failed would say it. */
const sorry = (deps: PreferencesDeps, c: Context) => {
  const { say, locale } = speechFor(deps.catalogue, c);
  const isAnswer = /^\/(answer|a)\//.test(c.req.path);
  return {
    old: () =>
      c.html(
        isAnswer
          ? sorryPage(say('answer.old-title'), say('answer.old', { days: ANSWER_DAYS }), locale)
          : sorryPage(say('sorry.old-title'), say('sorry.old'), locale),
        410,
      ),
    broken: () =>
      c.html(sorryPage(say('sorry.broken-title'), say(isAnswer ? 'answer.broken' : 'sorry.broken'), locale), 404),
    failed: () =>
      c.html(sorryPage(say('sorry.failed-title'), say(isAnswer ? 'answer.failed' : 'sorry.failed'), locale), 503),
    nothing: () => c.html(sorryPage(say('sorry.nothing-title'), say('sorry.nothing'), locale), 404),
    large: () => c.html(sorryPage(say('sorry.large-title'), say('sorry.large'), locale), 413),
  };
};

/** What a fact is used for is read in expressions, and few ask for it: their parser is loaded by the first who does. */
const openKnown = memoizeAsync(() => import('./known/known.ts'));

/** The pages behind the links of messages. A GET changes nothing: mail scanners open links before people do. */
export const createPreferences = (deps: PreferencesDeps): Hono => {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
  });
  app.use(bodyLimit({ maxSize: MOST_BODY, onError: (c) => sorry(deps, c).large() }));
  app.get('/preferences/:token', showChoices(deps));
  app.post('/preferences/:token', choose(deps));
  app.get('/known/:token', async (c) => (await openKnown()).showKnown(deps)(c));
  app.post('/known/:token', async (c) => (await openKnown()).changeKnown(deps)(c));
  app.get('/known/:token/download', download(deps));
  app.get('/known/:token/erase', askToErase(deps));
  app.post('/known/:token/erase', erase(deps));
  app.get('/unsubscribe/:token', askToLeave(deps));
  app.post('/unsubscribe/:token', leave(deps));
  app.get('/why/:token', why(deps));
  app.get('/answer/:token', showAnswer(deps));
  app.post('/answer/:token', giveAnswer(deps));
  app.get('/a/:code', lengthen(deps));
  app.get('/c/:token', openLink(deps));
  app.notFound((c) => sorry(deps, c).nothing());
  app.onError((error, c) => {
    if (error instanceof LinkExpired) {
      deps.count('LinkRefused');
      return sorry(deps, c).old();
    }
    if (error instanceof LinkForged || error instanceof NothingHere) {
      deps.count('LinkRefused');
      return sorry(deps, c).broken();
    }
    deps.report(error);
    return sorry(deps, c).failed();
  });
  return app;
};
