import type { Context } from 'hono';
import { claimOf, dayOf, type PreferencesDeps } from './deps.ts';
import { sorryPage, whyPage } from './pages.ts';

/** Why this customer got a message: the sentence of its decision. */
export const why = (deps: PreferencesDeps) => async (c: Context) => {
  const { customer, ...key } = await claimOf(deps, c, 'why');
  const decision = await deps.decisionOf(customer, key);
  if (decision === undefined || decision.outcome === 'held' || decision.outcome === 'replaced') {
    const sentence = 'We have no record of this message yet. Please look again in a minute.';
    return c.html(sorryPage('Not written down yet', sentence), 404);
  }
  const { moments, journeys } = deps.catalogue;
  return c.html(
    whyPage({
      decision,
      what: moments[decision.moment]?.title ?? 'A message',
      series: journeys[decision.journey]?.title,
      when: dayOf(deps, Date.parse(decision.at), await deps.load(customer)),
      preferences: beside((await deps.links()).preferences(customer, c.req.param('token'))),
    }),
  );
};

/** Our pages lie beside each other, whatever the address that customers see them under. */
const beside = (link: string): string => `../${link.split('/').slice(-2).join('/')}`;
