import type { Context } from 'hono';
import type { ClaimOf, PreferencesDeps } from './deps.ts';
import { sorryPage } from './pages.ts';
import { speechFor } from './speech.ts';

/** A question to which there is no answer any more. */
export const over = (deps: PreferencesDeps, c: Context, { locale }: ClaimOf<'answer'>) => {
  const { say, locale: spoken } = speechFor(deps.catalogue, c, { locale });
  return c.html(sorryPage(say('answer.over-title'), say('answer.over'), spoken), 410);
};
