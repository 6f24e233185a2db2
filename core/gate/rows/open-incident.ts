import { openIncidents, runsOutAt } from '../../customer/model/incidents.ts';
import { grounds, inItsWay, unsure } from '../../explain/context.ts';
import { reactionInWords } from '../../explain/reaction.ts';
import { incidentInWords, lasting, list, when } from '../../explain/tell.ts';
import { iso } from '../../time/instant.ts';
import { react } from '../react.ts';
import type { GateRow } from '../row.ts';

/** Incidents that one entry names: the item carries it. */
const NAMED = 3;

const untilInWords = (ends: string | undefined, zone: string): string =>
  ends === undefined ? '' : `; if nobody closes it, it counts until ${when(ends, zone)}`;

/** A ticket or a failure of theirs is open. */
export const openIncident: GateRow = {
  decide: ({ state, copy, purpose, catalogue, now }) => {
    const { policy } = catalogue;
    const open = openIncidents(state, now, policy);
    if (open.length === 0) return undefined;
    // Mostly its own event ends it, and asks the gate again then.
    const until = Math.max(...open.map((key) => runsOutAt(key, state.incidents[key] ?? {}, policy)));
    return react(copy?.whenIncident ?? policy.purposes[purpose].whenIncident, 'open-incident', until);
  },
  basis: ({ state, now, catalogue: { policy } }) => {
    const openedAt = (key: string): number => state.incidents[key]?.openedAt ?? 0;
    const open = openIncidents(state, now, policy).sort((a, b) => openedAt(a) - openedAt(b));
    const besides = open.length > NAMED ? { besides: open.length - NAMED } : {};
    const incidents = open.slice(0, NAMED).map((incident) => ({
      incident,
      since: iso(openedAt(incident)),
      ends: iso(runsOutAt(incident, state.incidents[incident] ?? {}, policy)),
    }));
    return { incidents, ...besides };
  },
  words: 'something of theirs was still open',
  explain: (context) => {
    const { decision, zone, at } = context;
    const { incidents, besides = 0 } = decision.basis ?? {};
    if (incidents === undefined) return unsure('The record does not say what was open.');
    const names = incidents.map(({ incident }) => incidentInWords(incident));
    const all = besides > 0 ? [...names, `${besides} more`] : names;
    const rested = incidents.map(
      ({ incident, since, ends }) =>
        `Open: ${incidentInWords(incident)}, since ${when(since, zone)} (${lasting(at - Date.parse(since))})${untilInWords(ends, zone)}.`,
    );
    if (besides > 0) rested.push(`Open: ${besides} more.`);
    rested.push(reactionInWords(context, 'whenIncident'));
    const ends = besides > 0 ? [] : incidents.flatMap((one) => one.ends ?? []);
    const last = ends.length === incidents.length ? ends.toSorted().at(-1) : undefined;
    const orThen = last === undefined ? '' : `, or after ${when(last, zone)}`;
    const closed = `Once ${list(all)} ${all.length > 1 ? 'are' : 'is'} closed${orThen}, ${inItsWay(context)}.`;
    return grounds(rested, [closed], { incidents, ...(last === undefined ? {} : { ends: last }) });
  },
};
