import { evaluate } from '../../language/catalogue/condition.ts';
import type { EventType, Provenance } from '../../language/catalogue/event.ts';
import type { Draft } from './draft.ts';
import { isOpen, weekOf } from './facts.ts';
import type { IncomingEvent } from './incoming.ts';
import { type Attribute, LIMITS } from './state.ts';

/** What an event states about the customer, by the event's own time: also when it comes late. */
export const applyFacts = async (draft: Draft, type: EventType, event: IncomingEvent): Promise<void> => {
  const names = { ...event.fields, at: event.at };
  await setAttributes(draft, type, event, names);
  await moveIncidents(draft, type, Date.parse(event.at), names);
  await applyConsent(draft, type, Date.parse(event.at), names);
};

type Names = Record<string, unknown>;

/** An attribute takes the provenance of the field that set it; `at`, the event's time, is observed. */
const provenanceOf = (type: EventType, source: string): Provenance => type.fields[source]?.provenance ?? 'observed';

const setAttributes = async (draft: Draft, type: EventType, event: IncomingEvent, names: Names): Promise<void> => {
  const { state } = draft;
  const at = Date.parse(event.at);
  for (const [name, source] of Object.entries(type.sets)) {
    const value = await evaluate(source, names);
    const known = state.attributes[name];
    if (value === undefined || (known && known.at > at)) continue;
    if (known?.value !== value) forgetFailure(draft, name, at);
    const provenance = provenanceOf(type, source);
    state.attributes[name] = { value: value as Attribute['value'], provenance, event: event.type, at };
  }
};

/** A new address has not failed yet. */
const forgetFailure = ({ state }: Draft, attribute: string, at: number): void => {
  const channel = attribute === 'email' ? 'email' : attribute === 'phone' ? 'sms' : undefined;
  if (channel && (state.unreachable[channel]?.at ?? at) < at) delete state.unreachable[channel];
};

const moveIncidents = async (draft: Draft, type: EventType, at: number, names: Names): Promise<void> => {
  const { incidents } = draft.state;
  for (const [change, key] of [
    ['opens', type.opens],
    ['closes', type.closes],
  ] as const) {
    const id = key && (await evaluate(key.incident, names));
    if (!key || id === undefined) continue;
    const incident = { ...incidents[`${key.kind}:${id}`] };
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
  state.incidentsByWeek[week] = (state.incidentsByWeek[week] ?? 0) + 1;
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
  for (const key of newest.slice(LIMITS.incidents)) delete state.incidents[key];
};

/** The newest choice counts; of two at one time the stricter. */
const applyConsent = async (draft: Draft, type: EventType, at: number, names: Names): Promise<void> => {
  const { state } = draft;
  if (type.pauses) {
    const until = await evaluate(type.pauses, names);
    if (typeof until === 'string' && at >= (state.paused?.at ?? 0)) state.paused = { until: Date.parse(until), at };
  }
  if (!type.consent) return;
  const choice = await evaluate(type.consent.choice, names);
  if (choice !== 'granted' && choice !== 'withdrawn') return;
  for (const kind of ['topic', 'channel'] as const) {
    const source = type.consent[kind];
    const name = source && (await evaluate(source, names));
    if (name === undefined) continue;
    const known = state.consent[`${kind}:${name}`];
    const older = known && (known.at > at || (known.at === at && known.choice === 'withdrawn'));
    if (!older) state.consent[`${kind}:${name}`] = { choice, at };
  }
};
