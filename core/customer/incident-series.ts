import type { EventType } from '../../language/catalogue/event.ts';
import type { Journey } from '../../language/catalogue/journey.ts';
import { ownValue } from '../own-value.ts';
import type { Draft } from './draft.ts';
import { incidentName } from './incident-names.ts';
import type { Incident, IncidentSeries } from './model/incident.ts';
import { incidentPolicy, isUnclosed } from './model/incidents.ts';
import type { Millis } from './model/millis.ts';

const kindOf = (name: string): string => name.slice(0, name.indexOf(':'));

/**
 * The series that an incident which opens at `at` continues, where its kind has `merge`: one of the kind, or it itself, was
 * closed no longer ago than that. One that is told of late joins what came after its own close in the same way. A series
 * lasts no longer than an incident may.
 */
export const seriesOf = ({ state, deps }: Draft, name: string, at: Millis): IncidentSeries | undefined => {
  const { merge, lasts } = incidentPolicy(deps.catalogue.policy, name);
  if (merge === undefined) return undefined;
  const closedAt = state.incidents[name]?.closedAt;
  const isNear = (from: Millis | undefined, to: Millis | undefined): boolean =>
    from !== undefined && to !== undefined && to >= from && to - from <= merge * 1000;
  const near = Object.entries(state.incidents).filter(([other, incident]) => {
    if (kindOf(other) !== kindOf(name)) return false;
    // Of itself, a close that came before its own open is no earlier trouble.
    const isItsEnd = other === name && incident.openedAt === undefined;
    const isBefore = !isUnclosed(incident) && !isItsEnd && isNear(incident.closedAt, at);
    return (
      isBefore || (other !== name && closedAt !== undefined && closedAt >= at && isNear(closedAt, incident.openedAt))
    );
  });
  const series = near.map(([other, incident]) => seriesFrom(other, incident));
  const first = series.reduce<IncidentSeries | undefined>(
    (oldest, one) => (oldest === undefined || one.since < oldest.since ? one : oldest),
    undefined,
  );
  if (!first || at >= first.since + lasts * 1000) return undefined;
  return { of: first.of, since: Math.min(first.since, at) };
};

const seriesFrom = (name: string, { series, openedAt, closedAt = 0 }: Incident): IncidentSeries =>
  series ?? { of: name.slice(name.indexOf(':') + 1), since: openedAt ?? closedAt };

/** The series that an event's incident is in, and of which kind it is. */
export const seriesOfEvent = async (
  { state }: Draft,
  { opens }: EventType,
  names: Record<string, unknown>,
): Promise<(IncidentSeries & { kind: string }) | undefined> => {
  const name = await incidentName(opens, names);
  const series = name === undefined ? undefined : ownValue(state.incidents, name)?.series;
  return opens && series && { ...series, kind: opens.kind };
};

/**
 * Whether this journey was entered already by an incident of the series: once is enough for what its customer lives through
 * as one. Ids of incidents of one series count as one value of `per`.
 */
export const isContinued = (
  { state }: Draft,
  { id }: Pick<Journey, 'id'>,
  per: string | undefined,
  { kind, since }: { kind: string; since: Millis },
): boolean => {
  const firstOf = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : (ownValue(state.incidents, `${kind}:${value}`)?.series?.of ?? value);
  const running = Object.values(state.enrolments).filter(({ journey }) => journey === id);
  const ended = ownValue(state.ended, id) ?? [];
  return [...running, ...ended].some((other) => other.startedAt >= since && firstOf(other.per) === firstOf(per));
};
