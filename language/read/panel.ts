import { formatDuration } from '../catalogue/duration.ts';
import { PANEL_EVENT, PANEL_JOURNEY, PANEL_SOURCE, type PanelPolicy, WEEK_SECONDS } from '../catalogue/panel.ts';
import type { Declarations, EventDefinition } from './declarations.ts';
import { didYouMean } from './yaml/lookup.ts';
import type { File } from './yaml/source.ts';

/** Who is at ease: whoever is not is asked nothing, and need not be woken for it. The gate asks again before each message. */
const AT_EASE = 'customer.mood != "negative" and customer.openIncidents = 0';

/** Whoever is drawn, among those at ease, each week. */
export const panelEvent = ({ share }: PanelPolicy): EventDefinition => ({
  about: 'A customer was drawn to be asked a question.',
  byCustomer: false,
  ours: false,
  customer: 'customerId',
  everyone: {
    affects: AT_EASE,
    perSecond: 50,
    draw: { share, week: WEEK_SECONDS, fromMonday: true },
  },
  sources: [PANEL_SOURCE],
  fields: {},
  sets: {},
  signals: [],
  farewell: false,
  returns: false,
});

/** The journey that `ask` in policy.yaml stands for, as somebody would write it. */
const journeyOf = ({ moment, seconds }: PanelPolicy): string => `journey: ${PANEL_JOURNEY}
title: A question to some
about: Each week a part of those at ease is asked, as policy.yaml says under ask.
purpose: relationship
enter: { on: ${PANEL_EVENT}, again: after ${formatDuration(seconds)} }
steps: [ { send: ${moment} } ]
`;

/** The file of that journey; none where nobody is asked, or what is to be asked is not there. */
export const panelFile = ({ policy, policySource }: Declarations, moments: ReadonlySet<string>): File[] => {
  const ask = policy?.ask;
  if (!ask) return [];
  if (moments.has(ask.moment)) return [{ path: `journeys/${PANEL_JOURNEY}.yaml`, text: journeyOf(ask) }];
  policySource?.report(['ask', 'moment'], `there is no moment \`${ask.moment}\`${didYouMean(ask.moment, moments)}`);
  return [];
};
