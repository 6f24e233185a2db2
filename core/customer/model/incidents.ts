import { LONGEST_INCIDENT } from '../../../language/catalogue/longest-incident.ts';
import type { IncidentPolicy, Policy } from '../../../language/catalogue/policy.ts';
import { ownValue } from '../../own-value.ts';
import type { Incident } from './incident.ts';
import type { Millis } from './millis.ts';
import type { CustomerState } from './state.ts';

/** What the policy says of the kind of an incident such as `ticket:t1`. */
export const incidentPolicy = ({ incidents = {} }: Pick<Policy, 'incidents'>, key: string): IncidentPolicy =>
  ownValue(incidents, key.slice(0, key.indexOf(':'))) ?? incidents.others ?? { lasts: LONGEST_INCIDENT };

/** Whether nobody has closed it since it opened. */
export const isUnclosed = ({ openedAt, closedAt }: Incident): boolean =>
  openedAt !== undefined && (closedAt === undefined || closedAt < openedAt);

/** When an incident that nobody closes counts as open no longer. */
export const runsOutAt = (key: string, { openedAt = 0 }: Incident, policy: Pick<Policy, 'incidents'>): Millis =>
  openedAt + incidentPolicy(policy, key).lasts * 1000;

/** Whether it was open at a time: opened, not closed, and not so long ago that nobody believes it any more. */
export const isOpenAt = (key: string, incident: Incident, at: Millis, policy: Pick<Policy, 'incidents'>): boolean =>
  isUnclosed(incident) && at < runsOutAt(key, incident, policy);

/** Whether what opens it at a time tells of no further incident: it was opened by then, had not ended, and was not closed before. */
export const isOpenedAgain = (
  key: string,
  { openedAt, closedAt }: Incident,
  at: Millis,
  policy: Pick<Policy, 'incidents'>,
): boolean =>
  openedAt !== undefined &&
  openedAt <= at &&
  (closedAt === undefined || closedAt < openedAt || closedAt >= at) &&
  at < runsOutAt(key, { openedAt }, policy);

/** Names such as `ticket:t1` of what is open. */
export const openIncidents = ({ incidents }: CustomerState, now: Millis, policy: Pick<Policy, 'incidents'>): string[] =>
  Object.entries(incidents).flatMap(([key, incident]) => (isOpenAt(key, incident, now, policy) ? [key] : []));

/** When the last one ended by itself, up to `now`; 0 where none did. */
export const lastRunOut = ({ incidents }: CustomerState, now: Millis, policy: Pick<Policy, 'incidents'>): Millis =>
  Math.max(
    0,
    ...Object.entries(incidents)
      .filter(([, incident]) => isUnclosed(incident))
      .map(([key, incident]) => runsOutAt(key, incident, policy))
      .filter((at) => at <= now),
  );
