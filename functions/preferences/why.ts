import type { Context } from 'hono';
import type { DecisionKey } from '../../core/customer/decision-id.ts';
import type { DecisionEntry } from '../../core/customer/model/journal.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { becauseIn, becauseOf, becauseOfEvent } from '../../core/gate/because.ts';
import { ownValue } from '../../core/own-value.ts';
import { customerWords } from '../../language/catalogue/channel.ts';
import type { Speech } from '../shared/speech.ts';
import { beside, claimOf, type PreferencesDeps } from './deps.ts';
import { sorryPage, whyPage } from './pages.ts';
import { speechFor } from './speech.ts';

/** Why this customer got a message: the sentence of its decision. */
export const why = (deps: PreferencesDeps) => async (c: Context) => {
  const { customer, ...key } = await claimOf(deps, c, 'why');
  const state = await deps.load(customer);
  const speech = speechFor(deps.catalogue, c, { state });
  const first = await deps.decisionOf(customer, key);
  // What was on its way when two ids became one was decided under the one that stayed.
  const decision = isFinal(first) ? first : await decidedSince(deps, customer, state, key);
  if (!isFinal(decision)) {
    const { say, locale } = speech;
    return c.html(sorryPage(say('why.missing-title'), say('why.missing'), locale), 404);
  }
  const { moments, journeys } = deps.catalogue;
  const links = await deps.links();
  const { moment, journey, channel = '' } = decision;
  const series = journeys[journey]?.title;
  const way = speech.name('channel', channel, customerWords(channel)?.name ?? '');
  return c.html(
    whyPage(speech, {
      decision,
      because: becauseFor(deps, speech, decision),
      what: speech.name('moment', moment, moments[moment]?.title ?? speech.say('why.a-message')),
      series: series === undefined ? undefined : speech.name('journey', journey, series),
      when: [speech.day(Date.parse(decision.at)), way].filter(Boolean).join(', '),
      preferences: beside(links.preferences(customer, c.req.param('token'))),
      known: beside(links.known(customer, c.req.param('token'))),
    }),
  );
};

/** What kept it back, and what an event of ours is about, is said in the language of the page; what a moment says of itself stays as it was written. */
const becauseFor = (
  { catalogue }: PreferencesDeps,
  { say, name }: Speech,
  { reason, basis, because, moment }: DecisionEntry,
): string => {
  if (because === becauseOfEvent(moment, catalogue))
    return name('event', moment, ownValue(catalogue.events, moment)?.about ?? say('because.part-of-series'));
  // Older journal entries have the sentence of the reason alone, without its basis.
  const isOurs = [{ reason }, { reason, basis }].some((reasoned) => because === becauseOf(reasoned, catalogue));
  if (!isOurs) return because;
  const titleOf = (id: string) => {
    const title = ownValue(catalogue.journeys, id)?.title;
    return title === undefined ? undefined : name('journey', id, title);
  };
  return becauseIn({ say, titleOf }, { reason, basis });
};

const isFinal = (decision: DecisionEntry | undefined): decision is DecisionEntry =>
  decision !== undefined && decision.outcome !== 'held' && decision.outcome !== 'replaced';

const decidedSince = async (
  deps: PreferencesDeps,
  customer: string,
  state: CustomerState | undefined,
  key: DecisionKey,
) => {
  return state && state.id !== customer ? deps.decisionOf(state.id, key) : undefined;
};
