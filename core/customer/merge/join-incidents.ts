import type { MoodPolicy, Policy } from '../../../language/catalogue/policy.ts';
import { ownValue } from '../../own-value.ts';
import { joinSums } from '../../sentiment/mood.ts';
import { trimIncidents } from '../commands/apply-incidents.ts';
import type { Draft } from '../draft.ts';
import { weekOf } from '../model/facts.ts';
import type { Incident } from '../model/incident.ts';
import { isOpenedAgain } from '../model/incidents.ts';
import { LIMITS } from '../model/limits.ts';
import type { Millis } from '../model/millis.ts';
import type { CustomerState } from '../model/state.ts';
import { later, union } from './join-facts.ts';

type Incidents = CustomerState['incidents'];

/** One that both know was opened, and closed, when it was the last time: a close under one id ends what the other tells of. */
const joinIncident = (one: Incident, other: Incident, policy: MoodPolicy): Incident => {
  const openedAt = later(one.openedAt, other.openedAt);
  const closedAt = later(one.closedAt, other.closedAt);
  const { series, crowd } = (other.openedAt ?? 0) > (one.openedAt ?? 0) ? other : one;
  const sums = one.told && other.told ? joinSums(one.told, other.told, policy) : (one.told ?? other.told);
  return {
    ...(openedAt === undefined ? {} : { openedAt }),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(series && { series }),
    ...(sums && { told: sums }),
    ...(crowd !== undefined && { crowd }),
  };
};

/** What both were told of, and counted, though it was open already: when it was opened the last time. */
const countedTwice = (own: Incidents, theirs: Incidents, policy: Pick<Policy, 'incidents'>): Millis[] =>
  Object.entries(own).flatMap(([name, one]) => {
    const other = ownValue(theirs, name);
    if (one.openedAt === undefined || other?.openedAt === undefined) return [];
    const [first, last, at] = other.openedAt < one.openedAt ? [other, one, one.openedAt] : [one, other, other.openedAt];
    const isOneOpening = [one.closedAt, other.closedAt].every((closedAt) =>
      isOpenedAgain(name, { openedAt: first.openedAt, closedAt }, at, policy),
    );
    return isOneOpening && !last.series ? [at] : [];
  });

/** Incidents of both, and what is counted of them. */
export const joinIncidents = (draft: Draft, from: CustomerState): void => {
  const { state } = draft;
  const twice = countedTwice(state.incidents, from.incidents, draft.deps.catalogue.policy);
  const policy = draft.deps.catalogue.policy.mood;
  state.incidents = union(state.incidents, from.incidents, (one, other) => joinIncident(one, other, policy));
  for (const name of ['incidentsSince', 'lastIncidentAt'] as const) {
    const at = later(state[name], from[name]);
    if (at !== undefined) state[name] = at;
  }
  trimIncidents(draft);
  const weeks = union(state.incidentsByWeek, from.incidentsByWeek, (one, other) => one + other);
  const newest = Object.entries(weeks).sort(([one], [other]) => Number(other) - Number(one));
  for (const at of twice) {
    // Told again it was counted in the week in which it was told first.
    const counted = newest.find(([week, count]) => Number(week) <= weekOf(at) && count > 0);
    if (counted) counted[1] -= 1;
  }
  state.incidentsByWeek = Object.fromEntries(newest.filter(([, count]) => count > 0).slice(0, LIMITS.weeks));
};
