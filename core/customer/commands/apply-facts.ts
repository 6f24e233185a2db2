import { addressOf, Channel } from '../../../language/catalogue/channel.ts';
import type { EventType, Provenance } from '../../../language/catalogue/event.ts';
import { evaluate, pathsIn } from '../../../language/expressions/condition.ts';
import { isShared } from '../../gate/reach.ts';
import { ownValue } from '../../own-value.ts';
import type { Draft } from '../draft.ts';
import { shortId } from '../model/bound.ts';
import { isOpen, weekOf } from '../model/facts.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import { type Attribute, type Cleared, LIMITS } from '../model/state.ts';
import { applyConsent } from './apply-consent.ts';
import { forgetBounces } from './apply-failure.ts';
import { markNewAddress } from './mark-address.ts';

/** What an event states about the customer, by the event's own time: also when it comes late, or again. */
export const applyFacts = async (
  draft: Draft,
  type: EventType,
  event: IncomingEvent,
  stale: boolean,
): Promise<void> => {
  const names = { ...event.fields, at: event.at };
  await setAttributes(draft, type, event, names, stale);
  await moveIncidents(draft, type, Date.parse(event.at), names, stale);
  await applyPause(draft, type, Date.parse(event.at), names);
  await applyConsent(draft, type, Date.parse(event.at), names);
};

type Names = Record<string, unknown>;

/** An attribute takes the provenance of the field that set it; `at`, the event's time, is observed. */
const provenanceOf = (type: EventType, source: string): Provenance =>
  ownValue(type.fields, source)?.provenance ?? 'observed';

/** Whether what is known stands: it is newer, or as new and copy may not use it, or as new and this may be a repeat. */
const stands = (current: Attribute | Cleared, at: number, provenance: Provenance, stale: boolean): boolean => {
  if (current.at !== at) return current.at > at;
  if (isShared(current.provenance) !== isShared(provenance)) return isShared(provenance);
  return stale;
};

const isScalar = (value: unknown): value is Attribute['value'] =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const setAttributes = async (
  draft: Draft,
  type: EventType,
  event: IncomingEvent,
  names: Names,
  stale: boolean,
): Promise<void> => {
  const sets = Object.entries(type.sets);
  if (sets.length === 0) return;
  const attributes = { ...draft.state.attributes };
  const cleared = { ...draft.state.cleared };
  draft.state.attributes = attributes;
  const at = Date.parse(event.at);
  for (const [name, source] of sets) {
    const value = await evaluate(source, names);
    const isGone = value === undefined && isCleared(event, source);
    const current = ownValue(attributes, name) ?? ownValue(cleared, name);
    const provenance = provenanceOf(type, source);
    if (!isScalar(value) && !isGone) continue;
    if (current && stands(current, at, provenance, stale)) continue;
    delete cleared[name];
    if (isScalar(value)) {
      const attribute = attributeOf(draft, name, value, { provenance, event: event.type, at });
      attributes[name] = attribute;
      if (attribute.since === undefined) meetAddress(draft, name, at);
    } else {
      delete attributes[name];
      cleared[name] = { provenance, event: event.type, at };
    }
  }
  if (Object.keys(cleared).length > 0) draft.state.cleared = cleared;
  else delete draft.state.cleared;
};

/** Whether an event says that there is no such value any more. */
const isCleared = ({ cleared = [] }: IncomingEvent, source: string): boolean =>
  cleared.length > 0 && pathsIn(source).some(([field]) => cleared.includes(field));

const attributeOf = (draft: Draft, name: string, value: Attribute['value'], origin: Cleared): Attribute => {
  const current = ownValue(draft.state.attributes, name);
  const since = current?.value === value ? (current.since ?? current.at) : origin.at;
  return { value, ...origin, ...(since < origin.at ? { since } : {}) };
};

const meetAddress = (draft: Draft, attribute: string, at: number): void => {
  for (const channel of Channel.options.filter((one) => addressOf(one) === attribute)) {
    forgetBounces(draft.state, channel, at);
    markNewAddress(draft, channel);
  }
};

const moveIncidents = async (
  draft: Draft,
  type: EventType,
  at: number,
  names: Names,
  stale: boolean,
): Promise<void> => {
  if (!type.opens && !type.closes) return;
  const { incidentsSince = 0 } = draft.state;
  const incidents = { ...draft.state.incidents };
  draft.state.incidents = incidents;
  for (const [change, key] of [
    ['opens', type.opens],
    ['closes', type.closes],
  ] as const) {
    const result = key && (await evaluate(key.incident, names));
    if (!key || result === undefined) continue;
    const id = shortId(String(result));
    const current = incidents[`${key.kind}:${id}`];
    // It may be one whose end we have forgotten: a repeat must not open it again for good.
    if (stale && !current && at <= incidentsSince) continue;
    const incident = { ...current };
    if (change === 'opens') {
      if (incident.openedAt === undefined || incident.openedAt < at) countWeek(draft, at);
      incident.openedAt = Math.max(at, incident.openedAt ?? 0);
    } else {
      incident.closedAt = Math.max(at, incident.closedAt ?? 0);
      draft.state.lastIncidentAt = Math.max(draft.state.lastIncidentAt ?? 0, incident.closedAt);
    }
    incidents[`${key.kind}:${id}`] = incident;
  }
  trimIncidents(draft);
};

const countWeek = ({ state }: Draft, at: number): void => {
  const week = String(weekOf(at));
  state.incidentsByWeek = { ...state.incidentsByWeek, [week]: (state.incidentsByWeek[week] ?? 0) + 1 };
  const newest = Object.keys(state.incidentsByWeek).sort((a, b) => Number(b) - Number(a));
  for (const old of newest.slice(LIMITS.weeks)) delete state.incidentsByWeek[old];
};

/** Closed ones go first, the oldest of them at the head. */
const trimIncidents = ({ state }: Draft): void => {
  const age = (key: string): number => {
    const incident = state.incidents[key] ?? {};
    return (isOpen(incident) ? 1e15 : 0) + Math.max(incident.openedAt ?? 0, incident.closedAt ?? 0);
  };
  const newest = Object.keys(state.incidents).sort((a, b) => age(b) - age(a));
  for (const key of newest.slice(LIMITS.incidents)) {
    const { openedAt = 0, closedAt = 0 } = state.incidents[key] ?? {};
    state.incidentsSince = Math.max(state.incidentsSince ?? 0, openedAt, closedAt);
    delete state.incidents[key];
  }
};

/** The newest wish counts; of two at one time the longer pause. */
const pause = ({ state }: Draft, until: number, at: number): void => {
  const { paused } = state;
  if (!paused || at > paused.at || (at === paused.at && until > paused.until)) state.paused = { until, at };
};

const applyPause = async (draft: Draft, type: EventType, at: number, names: Names): Promise<void> => {
  if (!type.pauses) return;
  const until = await evaluate(type.pauses, names);
  if (typeof until === 'string') pause(draft, Date.parse(until), at);
};
