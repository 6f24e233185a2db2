import type { Context } from 'hono';
import type { Speech } from '../../shared/speech.ts';
import { claimOf, type PreferencesDeps } from '../deps.ts';
import { sorryPage } from '../pages.ts';
import { speechFor } from '../speech.ts';

/** Whom the link is about, if anything is known of them. */
export const aboutOf = async (deps: PreferencesDeps, c: Context) => {
  const { customer } = await claimOf(deps, c, 'known');
  const state = await deps.load(customer);
  const person = state?.erased === undefined ? state : undefined;
  return { customer, state: person, speech: speechFor(deps.catalogue, c, { state: person }) };
};

export const nobody = (c: Context, { say, locale }: Speech) =>
  c.html(sorryPage(say('known.title'), say('known.nothing'), locale), 404);
