import type { MoodPolicy } from '../../../language/catalogue/policy.ts';
import { joinSums } from '../../sentiment/mood.ts';
import { trimIncidents } from '../commands/apply-incidents.ts';
import type { Draft } from '../draft.ts';
import type { Incident } from '../model/incident.ts';
import { LIMITS } from '../model/limits.ts';
import type { CustomerState } from '../model/state.ts';
import { later, union } from './join-facts.ts';

/** One that both know was opened, and closed, when it was the last time: a close under one id ends what the other tells of. */
const joinIncident = (one: Incident, other: Incident, policy: MoodPolicy): Incident => {
  const openedAt = later(one.openedAt, other.openedAt);
  const closedAt = later(one.closedAt, other.closedAt);
  const { series, crowd } = (other.openedAt ?? 0) > (one.openedAt ?? 0) ? other : one;
  const told = one.told && other.told ? joinSums(one.told, other.told, policy) : (one.told ?? other.told);
  return {
    ...(openedAt === undefined ? {} : { openedAt }),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(series && { series }),
    ...(told && { told }),
    ...(crowd !== undefined && { crowd }),
  };
};

/** Incidents of both, and what is counted of them. */
export const joinIncidents = (draft: Draft, from: CustomerState): void => {
  const { state } = draft;
  const policy = draft.deps.catalogue.policy.mood;
  state.incidents = union(state.incidents, from.incidents, (one, other) => joinIncident(one, other, policy));
  for (const name of ['incidentsSince', 'lastIncidentAt'] as const) {
    const at = later(state[name], from[name]);
    if (at !== undefined) state[name] = at;
  }
  trimIncidents(draft);
  const weeks = union(state.incidentsByWeek, from.incidentsByWeek, (one, other) => one + other);
  const newest = Object.entries(weeks).sort(([one], [other]) => Number(other) - Number(one));
  state.incidentsByWeek = Object.fromEntries(newest.slice(0, LIMITS.weeks));
};
