import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Purpose } from '../../language/catalogue/kind.ts';
import type { Moment } from '../../language/catalogue/moment.ts';
import { openIncidents } from '../customer/model/facts.ts';
import type { Basis } from '../customer/model/journal.ts';
import type { CustomerState, Millis } from '../customer/model/state.ts';
import { own } from '../own.ts';
import { score } from '../sentiment/mood.ts';
import { isZone } from '../time/zone.ts';
import { blockOf, isShared, topicRefused } from './reach.ts';

export interface Decided {
  moment: string;
  purpose: Purpose;
  reason: string;
}

interface Asked extends Decided {
  state: CustomerState;
  copy: Moment | undefined;
  catalogue: Catalogue;
  now: Millis;
}

const iso = (at: Millis): string => new Date(at).toISOString();

/** Incidents that one entry names: the item carries it. */
const NAMED = 3;

const ofIncidents = ({ state }: Asked): Basis => {
  const since = (key: string): Millis => state.incidents[key]?.openedAt ?? 0;
  const open = openIncidents(state).sort((a, b) => since(a) - since(b));
  const besides = open.length > NAMED ? { besides: open.length - NAMED } : {};
  return { incidents: open.slice(0, NAMED).map((incident) => ({ incident, since: iso(since(incident)) })), ...besides };
};

const ofReach = ({ state, copy, purpose, catalogue }: Asked): Basis => {
  if (copy === undefined) return {};
  const { topic, channels } = copy;
  const blocked: Basis['channels'] = {};
  for (const channel of channels) {
    const why = blockOf(state, channel);
    const at = state.unreachable[channel]?.at ?? state.consent[`channel:${channel}`]?.at;
    if (why !== undefined) blocked[channel] = { why, ...(why === 'no-channel' || !at ? {} : { at: iso(at) }) };
  }
  if (channels.every((channel) => blocked[channel])) return { channels: blocked };
  const optIn = catalogue.policy.purposes[purpose].optIn === true;
  if (topic === undefined || !topicRefused(state, copy, purpose, optIn)) return {};
  const { choice, at } = state.consent[`topic:${topic}`] ?? {};
  return { topic: { topic, ...(choice === 'withdrawn' && at ? { withdrawnAt: iso(at) } : {}) } };
};

const ofData = ({ state, copy }: Asked): Basis => {
  for (const name of copy?.attributes ?? []) {
    const known = own(state.attributes, name);
    if (known === undefined || isShared(known.provenance) || own(copy?.uses ?? {}, name) !== undefined) continue;
    const { provenance, event, at } = known;
    return { attribute: { name, provenance, event, at: iso(at) } };
  }
  return {};
};

const ofMood = ({ state, catalogue, now }: Asked): Basis => ({
  score: Math.round(1000 * score(state.mood, now, catalogue.policy.mood)) / 1000,
});

const ofHours = ({ state, catalogue }: Asked): Basis => {
  const stated = state.attributes.zone?.value;
  return { zone: isZone(stated) ? stated : catalogue.policy.zone };
};

const ofPause = ({ state: { paused } }: Asked): Basis =>
  paused ? { paused: { at: iso(paused.at), until: iso(paused.until) } } : {};

const ofFarewell = ({ state: { closedAt } }: Asked): Basis =>
  closedAt === undefined ? {} : { happened: { at: iso(closedAt) } };

const BY_REASON: Record<string, (asked: Asked) => Basis> = {
  'account-closed': ofFarewell,
  'no-channel': ofReach,
  bounced: ofReach,
  complained: ofReach,
  unsubscribed: ofReach,
  'data-not-shared': ofData,
  'paused-by-customer': ofPause,
  'open-incident': ofIncidents,
  'negative-sentiment': ofMood,
  'quiet-hours': ofHours,
  window: ofHours,
};

/** What a decision rested on beyond what the timeline tells, so that it can be explained later. */
export const basisOf = (
  state: CustomerState,
  decided: Decided,
  now: Millis,
  catalogue: Catalogue,
): Basis | undefined => {
  const reason = decided.reason.replace(/^patience:/, '');
  const copy = own(catalogue.moments, decided.moment);
  const basis = own(BY_REASON, reason)?.({ ...decided, state, copy, catalogue, now });
  return basis && Object.keys(basis).length > 0 ? basis : undefined;
};
