import { addressOf, Channel } from '../../../language/catalogue/channel.ts';
import type { EventType, Provenance } from '../../../language/catalogue/event.ts';
import { CORRECTED } from '../../../language/catalogue/known.ts';
import { evaluate, pathsIn } from '../../../language/expressions/condition.ts';
import { isShared } from '../../gate/reach.ts';
import { ownValue } from '../../own-value.ts';
import type { Draft } from '../draft.ts';
import type { IncidentNames } from '../incident-names.ts';
import type { Attribute, Cleared } from '../model/attribute.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import { applyConsent, isBeforeMerge } from './apply-consent.ts';
import { forgetBounces } from './apply-failure.ts';
import { applyIncidents } from './apply-incidents.ts';
import { markNewAddress } from './mark-address.ts';

/**
 * What an event states about the customer, by the event's own time: also when it comes late, or again. Answers the
 * incidents that it opens and closes.
 */
export const applyFacts = async (
  draft: Draft,
  type: EventType,
  event: IncomingEvent,
  stale: boolean,
): Promise<IncidentNames> => {
  const names = { ...event.fields, at: event.at };
  if (type.sensitive) protect(draft, event);
  await setAttributes(draft, type, event, names, stale);
  const incidents = await applyIncidents(draft, type, event, names, stale);
  await applyPause(draft, type, Date.parse(event.at), names);
  await applyConsent(draft, type, Date.parse(event.at), names);
  return incidents;
};

/** The newest of what asks for care alone counts. */
const protect = ({ state }: Draft, { type, at }: IncomingEvent): void => {
  const time = Date.parse(at);
  if (time >= (state.protectedBy?.at ?? 0)) state.protectedBy = { event: type, at: time };
};

/** Whether an attribute is worked out from a field that is sensitive. */
const isSensitive = ({ fields }: EventType, source: string): boolean =>
  Object.entries(fields).some(([name, { sensitive }]) => sensitive && source.split(/\W+/).includes(name));

type Names = Record<string, unknown>;

/** An attribute takes the provenance of the field that set it; `at`, the event's time, is observed. */
export const provenanceOf = (type: EventType, source: string): Provenance =>
  ownValue(type.fields, source)?.provenance ?? 'observed';

/** Whether what is known stands: it is newer, or as new and copy may not use it, or as new and this may be a repeat. */
const stands = (current: Attribute | Cleared, at: number, provenance: Provenance, stale: boolean): boolean => {
  if (current.at !== at) return current.at > at;
  if (current.event === CORRECTED) return true;
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
    const value = await evaluateSeen(source, names);
    const isGone = value === undefined && isCleared(event, source);
    const current = ownValue(attributes, name) ?? ownValue(cleared, name);
    const provenance = provenanceOf(type, source);
    if (!isScalar(value) && !isGone) continue;
    if (current && stands(current, at, provenance, stale)) continue;
    if (Object.hasOwn(cleared, name)) delete cleared[name];
    const origin = { provenance, event: event.type, at };
    if (isScalar(value)) {
      const attribute = attributeOf(draft, name, value, origin, isSensitive(type, source));
      attributes[name] = attribute;
      if (attribute.since === undefined) meetAddress(draft, name, at);
    } else {
      if (Object.hasOwn(attributes, name)) delete attributes[name];
      cleared[name] = origin;
    }
  }
  if (Object.keys(cleared).length > 0) draft.state.cleared = cleared;
  else if (draft.state.cleared) draft.state.cleared = undefined;
};

/** What an expression gives; a text in which nobody sees anything is nothing. */
const evaluateSeen = async (source: string, names: Names): Promise<unknown> => {
  const value = await evaluate(source, names);
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
};

/** Whether an event says that there is no such value any more. */
const isCleared = ({ cleared = [] }: IncomingEvent, source: string): boolean =>
  cleared.length > 0 && pathsIn(source).some(([field]) => cleared.includes(field));

export const attributeOf = (
  draft: Draft,
  name: string,
  value: Attribute['value'],
  origin: Cleared,
  isHard: boolean,
): Attribute => {
  const current = ownValue(draft.state.attributes, name);
  const since = current?.value === value ? (current.since ?? current.at) : origin.at;
  return { value, ...origin, ...(since < origin.at ? { since } : {}), ...(isHard ? { sensitive: true } : {}) };
};

export const meetAddress = (draft: Draft, attribute: string, at: number): void => {
  for (const channel of Channel.options.filter((one) => addressOf(one) === attribute)) {
    forgetBounces(draft.state, channel, at);
    markNewAddress(draft, channel);
  }
};

/** The newest wish counts; of two at one time the longer pause. */
const pause = ({ state }: Draft, until: number, at: number): void => {
  const { paused } = state;
  if (paused && paused.at > at) return;
  const mayShorten = paused?.at !== at && !isBeforeMerge(state, at);
  if (paused && !mayShorten && paused.until >= until) return;
  state.paused = { until, at };
};

const applyPause = async (draft: Draft, type: EventType, at: number, names: Names): Promise<void> => {
  if (!type.pauses) return;
  const until = await evaluate(type.pauses, names);
  if (typeof until === 'string') pause(draft, Date.parse(until), at);
};
