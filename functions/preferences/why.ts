import type { Context } from 'hono';
import type { DecisionKey } from '../../core/customer/decision-id.ts';
import type { DecisionEntry } from '../../core/customer/model/journal.ts';
import { beside, claimOf, dayOf, type PreferencesDeps } from './deps.ts';
import { sorryPage, whyPage } from './pages.ts';

/** Why this customer got a message: the sentence of its decision. */
export const why = (deps: PreferencesDeps) => async (c: Context) => {
  const { customer, ...key } = await claimOf(deps, c, 'why');
  const first = await deps.decisionOf(customer, key);
  // What was on its way when two ids became one was decided under the one that stayed.
  const decision = isFinal(first) ? first : await decidedSince(deps, customer, key);
  if (!isFinal(decision)) {
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

const isFinal = (decision: DecisionEntry | undefined): decision is DecisionEntry =>
  decision !== undefined && decision.outcome !== 'held' && decision.outcome !== 'replaced';

const decidedSince = async (deps: PreferencesDeps, customer: string, key: DecisionKey) => {
  const state = await deps.load(customer);
  return state && state.id !== customer ? deps.decisionOf(state.id, key) : undefined;
};
