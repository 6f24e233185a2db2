import { openIncidents } from '../../customer/model/facts.ts';
import { grounds, inItsWay, unsure } from '../../explain/context.ts';
import { reactionInWords } from '../../explain/reaction.ts';
import { incidentInWords, lasting, list, when } from '../../explain/tell.ts';
import { iso } from '../../time/instant.ts';
import { react } from '../react.ts';
import type { GateRow } from '../row.ts';

/** An incident ends when its event comes, and asks the gate again then. */
const FOREVER = Number.MAX_SAFE_INTEGER;

/** Incidents that one entry names: the item carries it. */
const NAMED = 3;

/** A ticket or a failure of theirs is open. */
export const openIncident: GateRow = {
  decide: ({ state, copy, purpose, catalogue }) =>
    openIncidents(state).length > 0
      ? react(copy?.whenIncident ?? catalogue.policy.purposes[purpose].whenIncident, 'open-incident', FOREVER)
      : undefined,
  basis: ({ state }) => {
    const openedAt = (key: string): number => state.incidents[key]?.openedAt ?? 0;
    const open = openIncidents(state).sort((a, b) => openedAt(a) - openedAt(b));
    const besides = open.length > NAMED ? { besides: open.length - NAMED } : {};
    const incidents = open.slice(0, NAMED).map((incident) => ({ incident, since: iso(openedAt(incident)) }));
    return { incidents, ...besides };
  },
  because: 'Something you rely on or asked us about is still being sorted out, so this can wait.',
  words: 'something of theirs was still open',
  explain: (context) => {
    const { decision, zone, at } = context;
    const { incidents, besides = 0 } = decision.basis ?? {};
    if (incidents === undefined) return unsure('The record does not say what was open.');
    const names = incidents.map(({ incident }) => incidentInWords(incident));
    const all = besides > 0 ? [...names, `${besides} more`] : names;
    const rested = incidents.map(
      ({ incident, since }) =>
        `Open: ${incidentInWords(incident)}, since ${when(since, zone)} (${lasting(at - Date.parse(since))}).`,
    );
    if (besides > 0) rested.push(`Open: ${besides} more.`);
    rested.push(reactionInWords(context, 'whenIncident'));
    const closed = `Once ${list(all)} ${all.length > 1 ? 'are' : 'is'} closed, ${inItsWay(context)}.`;
    return grounds(rested, [closed], { incidents });
  },
};
