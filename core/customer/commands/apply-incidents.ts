import type { EventType } from '../../../language/catalogue/event.ts';
import type { Draft } from '../draft.ts';
import { type IncidentNames, incidentNames } from '../incident-names.ts';
import { seriesOf } from '../incident-series.ts';
import { weekOf } from '../model/facts.ts';
import type { Incident } from '../model/incident.ts';
import { isOpenAt, isOpenedAgain, isUnclosed, runsOutAt } from '../model/incidents.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import { LIMITS } from '../model/limits.ts';
import type { Millis } from '../model/millis.ts';

/** Opens and closes incidents, by the event's own time: a close may come before its open. Answers which. */
export const applyIncidents = async (
  draft: Draft,
  type: EventType,
  event: Pick<IncomingEvent, 'at' | 'crowd'>,
  names: Record<string, unknown>,
  stale: boolean,
): Promise<IncidentNames> => {
  const at = Date.parse(event.at);
  if (!type.opens && !type.closes) return {};
  const { incidentsSince = 0 } = draft.state;
  const incidents = await incidentNames(type, names);
  for (const [change, name] of [
    ['opens', incidents.opens],
    ['closes', incidents.closes],
  ] as const) {
    if (name === undefined) continue;
    const current = draft.state.incidents[name];
    // It may be one whose end we have forgotten: a repeat must not open it again for good.
    if (stale && !current && at <= incidentsSince) continue;
    const incident =
      change === 'opens' ? openedIncident(draft, name, at, event.crowd) : closedIncident(draft, name, at);
    draft.state.incidents = { ...draft.state.incidents, [name]: incident };
  }
  trimIncidents(draft);
  return incidents;
};

/** An incident as it is once it has opened: by the time of what opens it. */
export const openedIncident = (draft: Draft, name: string, at: Millis, crowd?: string): Incident => {
  const { openedAt, closedAt, series: before, told: sums } = draft.state.incidents[name] ?? {};
  if (openedAt !== undefined && openedAt >= at) return { ...draft.state.incidents[name] };
  const series =
    seriesOf(draft, name, at) ?? (openedAt !== undefined && isUnclosed({ openedAt, closedAt }) ? before : undefined);
  // What continues another, or is told again, is no further incident to whoever lives through it.
  if (!series && !isOpenedAgain(name, { openedAt, closedAt }, at, draft.deps.catalogue.policy)) countWeek(draft, at);
  return {
    openedAt: at,
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(series && { series }),
    ...(sums && { told: sums }),
    ...(crowd !== undefined && { crowd }),
  };
};

/** An incident as it is once it was closed. */
export const closedIncident = ({ state }: Draft, name: string, at: Millis): Incident => {
  const incident = { ...state.incidents[name] };
  incident.closedAt = Math.max(at, incident.closedAt ?? 0);
  state.lastIncidentAt = Math.max(state.lastIncidentAt ?? 0, incident.closedAt);
  return incident;
};

const countWeek = ({ state }: Draft, at: Millis): void => {
  const week = String(weekOf(at));
  state.incidentsByWeek = { ...state.incidentsByWeek, [week]: (state.incidentsByWeek[week] ?? 0) + 1 };
  const newest = Object.keys(state.incidentsByWeek).sort((a, b) => Number(b) - Number(a));
  for (const old of newest.slice(LIMITS.weeks)) delete state.incidentsByWeek[old];
};

/** Those that are over go first, the oldest of them at the head. */
export const trimIncidents = ({ state, now, deps }: Draft): void => {
  if (Object.keys(state.incidents).length <= LIMITS.incidents) return;
  const { policy } = deps.catalogue;
  const age = ([key, incident]: [string, Incident]): number =>
    (isOpenAt(key, incident, now, policy) ? 1e15 : 0) + Math.max(incident.openedAt ?? 0, incident.closedAt ?? 0);
  const all = Object.entries(state.incidents).sort((a, b) => age(b) - age(a));
  state.incidents = Object.fromEntries(all.slice(0, LIMITS.incidents));
  for (const [key, incident] of all.slice(LIMITS.incidents)) {
    const { openedAt = 0, closedAt = 0 } = incident;
    state.incidentsSince = Math.max(state.incidentsSince ?? 0, openedAt, closedAt);
    const ranOut = isUnclosed(incident) ? Math.min(now, runsOutAt(key, incident, policy)) : 0;
    if (ranOut > 0) state.lastIncidentAt = Math.max(state.lastIncidentAt ?? 0, ranOut);
  }
};
