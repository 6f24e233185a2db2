import { type Context, Hono } from 'hono';
import type { Spoken } from '../../language/catalogue/question.ts';
import { LinkExpired, LinkForged } from '../shared/link.ts';
import { giveAnswer, lengthen, showAnswer } from './answer.ts';
import { ANSWER_WORDS } from './answer-words.ts';
import { choose, showChoices } from './choose.ts';
import { NothingHere, type PreferencesDeps, spokenBy } from './deps.ts';
import { HEADERS } from './layout.ts';
import { askToLeave, leave } from './leave.ts';
import { sorryPage } from './pages.ts';
import { why } from './why.ts';

/** What a page says that cannot show what was asked for. */
interface Sorry {
  tooOldTitle: string;
  tooOld: string;
  brokenTitle: string;
  broken: string;
  failedTitle: string;
  failed: string;
}

const SORRY: Sorry = {
  tooOldTitle: 'This link is too old',
  tooOld: 'For your safety, links like this work for a while only. The same link in our newest message works.',
  brokenTitle: 'This link does not work',
  broken: 'It may have been cut off on its way. Try the same link in our newest message.',
  failedTitle: 'That did not work',
  failed: 'Something is wrong on our side and nothing was changed. Please try again in a minute.',
};

/** No link has said yet which language its message was in. */
const sorryOf = (c: Context): { say: Sorry; spoken: Spoken } => {
  if (!/^\/(answer|a)\//.test(c.req.path)) return { say: SORRY, spoken: 'en' };
  const spoken = spokenBy(c);
  return { say: ANSWER_WORDS[spoken], spoken };
};

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
  app.get('/answer/:token', showAnswer(deps));
  app.post('/answer/:token', giveAnswer(deps));
  app.get('/a/:code', lengthen(deps));
  app.notFound((c) => c.html(sorryPage('Nothing here', 'Use a link from one of our messages.'), 404));
  app.onError((error, c) => {
    const { say, spoken } = sorryOf(c);
    if (error instanceof LinkExpired) {
      deps.count('LinkRefused');
      return c.html(sorryPage(say.tooOldTitle, say.tooOld, spoken), 410);
    }
    if (error instanceof LinkForged || error instanceof NothingHere) {
      deps.count('LinkRefused');
      return c.html(sorryPage(say.brokenTitle, say.broken, spoken), 404);
    }
    deps.report(error);
    return c.html(sorryPage(say.failedTitle, say.failed, spoken), 503);
  });
  return app;
};
