import type { Context } from 'hono';
import { formOf, type PreferencesDeps } from '../deps.ts';
import { erasureEvent } from '../events.ts';
import { sorryPage } from '../pages.ts';
import { aboutOf, nobody } from './about.ts';
import { erasePage } from './known-page.ts';

/** All that is held, as a file. */
export const download = (deps: PreferencesDeps) => async (c: Context) => {
  const { customer, state, speech } = await aboutOf(deps, c);
  if (!state) return nobody(c, speech);
  const text = JSON.stringify(await deps.exportCustomer(customer), null, 2);
  deps.count('Exported');
  return c.body(text, 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="about-me.json"',
  });
};

const back = (c: Context): string => `../${c.req.param('token') ?? ''}`;

/** Asks: whoever opens the link deletes nothing. */
export const askToErase = (deps: PreferencesDeps) => async (c: Context) => {
  const { state, speech } = await aboutOf(deps, c);
  return state ? c.html(erasePage(speech, back(c), false)) : nobody(c, speech);
};

/** Asks for the erasure on the bus: this function may delete nothing itself. */
export const erase = (deps: PreferencesDeps) => async (c: Context) => {
  const { state, speech } = await aboutOf(deps, c);
  if (!state) return nobody(c, speech);
  const { say, locale } = speech;
  const form = await formOf(c);
  if (form.get('sure')?.[0] !== 'yes') return c.html(erasePage(speech, back(c), true), 422);
  await deps.publish([erasureEvent(state.id, deps.now())]);
  deps.count('ErasureRequested');
  return c.html(sorryPage(say('erase.done-title'), say('erase.done'), locale));
};
