import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { STOP, valueOfText } from '../texts.ts';
import { createIncidents } from './incidents.ts';
import { createMoods, type Sign } from './moods.ts';
import { createRhythm } from './rhythm.ts';

/** An event as the oracle takes it: from the bus, at the time it counts from. */
export interface HeardEvent {
  id: string;
  type: string;
  at: number;
  detail: Record<string, unknown>;
  /** It came under an id that was another's then, and so long before the two became one that it may be forgotten for who came under the other. */
  onlyFor?: string;
}

/** What raw events say about one customer, worked out the long way: every event is kept, nothing is summed up. */
export interface Knowledge {
  /** `now` is the commit's. */
  take(event: HeardEvent, catalogue: Catalogue, stale: boolean, now: number): void;
  readonly incidents: ReturnType<typeof createIncidents>;
  /** -1 to 1, from every signal ever. */
  score(at: number, policy: Catalogue['policy']): number;
  quietUntil(): number;
  /** They said that we understood them wrong: what was heard since has to be heard again, which is not done here. */
  isMoodUnknown(): boolean;
  /** `corrected`: by the customer themselves, so that nothing else of that time counts. */
  readonly attributes: Map<
    string,
    { value: unknown; provenance: string; at: number; since: number; corrected?: boolean }
  >;
  readonly consent: Map<string, string>;
  readonly unreachable: Map<string, string>;
  closed(): boolean;
  pausedUntil(): number;
  readonly rhythm: ReturnType<typeof createRhythm>;
  /** The newest time at which something sensitive was told. */
  sensitiveAt(): number;
  /** Events that an `unless`, a listen or an exit may have heard: all but stale ones. */
  readonly heardEvents: HeardEvent[];
  /** Takes over what was known under another id. */
  absorb(other: Knowledge, joined: Joined): void;
  readonly parts: () => Parts;
}

interface Joined {
  at: number;
  isNew: boolean;
  ids: readonly [from: string, into: string];
  mood: Catalogue['policy']['mood'];
}

interface Parts {
  choices: Map<string, { choice: string; at: number }>;
  failures: Map<string, { why: string; at: number }>;
  rows: Map<string, { count: number; at: number; failed?: boolean }>;
  moods: ReturnType<typeof createMoods>;
  pause: { until: number; at: number };
  closedAt: number | undefined;
  returnedAt: number;
  mergedAt: number;
}

const SURVEYS: Record<string, (score: number) => number> = {
  nps: (score) => [-1, -0.883, -0.767, -0.65, -0.533, -0.417, -0.3, 0, 0.2, 0.6, 1][score] ?? 0,
  csat: (score) => score / 2 - 1.5,
  ces: (score) => score / 2 - 1.5,
  trust: (score) => score / 2 - 1.5,
};

const WEEK = 7 * 86_400_000;

/** So many in a row close a channel. */
const SOFT_BOUNCES = 5;

type Type = Catalogue['events'][string];

const scoresIn = (type: Type, { detail }: HeardEvent): number[] =>
  type.signals.flatMap((signal) => {
    const score = 'score' in signal ? detail[signal.score] : undefined;
    const survey = 'score' in signal ? SURVEYS[String(detail[signal.scale])] : undefined;
    return typeof score === 'number' && survey ? [survey(score)] : [];
  });

const signalsIn = (type: Type, event: HeardEvent, { strong }: Catalogue['policy']['mood']): Sign[] => {
  const { detail, at } = event;
  const scores = scoresIn(type, event);
  const mild = (value: number): number => Math.max(value, strong + 0.01);
  return type.signals.flatMap((signal) => {
    const { weight } = signal;
    // The incident that it opens keeps things quiet.
    if ('value' in signal) return [{ value: type.opens ? mild(signal.value) : signal.value, weight, at }];
    if ('score' in signal)
      return scoresIn({ ...type, signals: [signal] }, event).map((value) => ({ value, weight, at }));
    const text = detail[signal.text];
    if (typeof text !== 'string' || text === STOP) return [];
    const value = valueOfText(text);
    const isOutranked = scores.length > 0 && scores.every((score) => Math.abs(score - value) >= 1);
    return [isOutranked ? { value: mild(value), weight: weight / 5, at } : { value, weight, at }];
  });
};

/** What copy may not use. */
const isBorrowed = (provenance: string): boolean => provenance === 'inferred' || provenance === 'third-party';

/** Of two facts of one time the stricter stands; of two alike the first, where the second may be a repeat. */
const isStricter = (provenance: string, other: string, stale: boolean): boolean =>
  isBorrowed(provenance) === isBorrowed(other) ? stale : isBorrowed(provenance);

export const createKnowledge = (): Knowledge => {
  const attributes: Knowledge['attributes'] = new Map();
  const incidents = createIncidents();
  const choices = new Map<string, { choice: string; at: number }>();
  const consent: Knowledge['consent'] = new Map();
  const failures = new Map<string, { why: string; at: number }>();
  const unreachable: Knowledge['unreachable'] = new Map();
  /** Soft bounces in a row, and when the newest was; `failed`: what they closed. */
  const rows = new Map<string, { count: number; at: number; failed?: boolean }>();
  const moods = createMoods();
  const rhythm = createRhythm();
  const heardEvents: HeardEvent[] = [];
  let pause = { until: 0, at: 0 };
  let closedAt: number | undefined;
  let returnedAt = 0;
  /** What was said until then, and comes after, makes nothing laxer. */
  let mergedAt = 0;
  let isDisputed = false;
  let sensitiveAt = Number.NEGATIVE_INFINITY;

  /** Whether it continues what was told of before: then it says by itself nothing more. */
  const takeIncidents = ({ opens, closes }: Type, { at, detail }: HeardEvent, policy: Catalogue['policy']): boolean => {
    const continues = opens !== undefined && incidents.open(opens.kind, String(detail[opens.incident]), at, policy);
    if (closes) incidents.close(closes.kind, String(detail[closes.incident]), at);
    return continues;
  };

  const setFact = (
    attribute: string,
    fact: { value: unknown; provenance: string; at: number; corrected?: boolean },
  ) => {
    const { value, at } = fact;
    const current = attributes.get(attribute);
    const since = current !== undefined && current.value === value ? current.since : at;
    const channel = { email: 'email', phone: 'sms' }[attribute];
    const failed = failures.get(channel ?? '');
    // A new address has not bounced yet.
    if (channel && since === at && failed?.why === 'bounced' && failed.at < at) forgive(channel);
    if (channel && since === at && (rows.get(channel)?.at ?? at) < at) rows.delete(channel);
    attributes.set(attribute, { ...fact, since });
  };

  /** A correction stands against all of its time, and of two of one time always the same. */
  const correct = (at: number, { attribute, value }: HeardEvent['detail']): void => {
    const current = attributes.get(String(attribute));
    const isOther = current?.corrected === true && current.at === at && String(current.value) >= String(value);
    if (current && (current.at > at || isOther)) return;
    setFact(String(attribute), { value, at, provenance: 'stated', corrected: true });
  };

  const takeFacts = (type: Type, { type: name, at, detail }: HeardEvent, stale: boolean): void => {
    for (const [attribute, source] of Object.entries(type.sets)) {
      const value = source === 'at' ? new Date(at).toISOString() : detail[source];
      if (value === undefined || value === null) continue;
      const provenance = type.fields[source]?.provenance ?? 'observed';
      const current = attributes.get(attribute);
      const isOfItsTime = current?.at === at;
      if (
        current &&
        (current.at > at || (isOfItsTime && (current.corrected || isStricter(current.provenance, provenance, stale))))
      )
        continue;
      setFact(attribute, { value, at, provenance });
    }
    if (name === 'customer.fact_corrected') correct(at, detail);
    rhythm.take(name, at, detail, mergedAt);
    isDisputed ||= name === 'customer.evidence_disputed';
    if (type.consent) {
      const { topic, channel, choice } = type.consent;
      const key = topic ? `topic:${String(detail[topic])}` : `channel:${String(detail[channel ?? ''])}`;
      const newChoice = String(detail[choice]);
      const current = choices.get(key);
      const loosens = at !== current?.at && at > mergedAt;
      const isNo = current?.choice === 'withdrawn' && (newChoice === 'granted' || current.at === at);
      const keeps = current && (current.at > at || (isNo && !loosens));
      if (!keeps) {
        choices.set(key, { choice: newChoice, at });
        consent.set(key, newChoice);
        const failed = channel ? failures.get(String(detail[channel])) : undefined;
        const opens = newChoice === 'granted' && failed?.why === 'complained' && failed.at < at && at > mergedAt;
        if (channel && opens) forgive(String(detail[channel]));
      }
    }
    if (name === 'customer.merged') mergedAt = Math.max(mergedAt, at);
    if (type.sensitive) sensitiveAt = Math.max(sensitiveAt, at);
    if (type.pauses) {
      const until = Date.parse(String(detail[type.pauses]));
      const shortens = at > pause.at && at > mergedAt;
      if (shortens || (at >= pause.at && until > pause.until)) pause = { until, at };
    }
    if (type.returns && at > (closedAt ?? 0)) {
      closedAt = undefined;
      returnedAt = Math.max(returnedAt, at);
    }
    if (type.farewell && at >= returnedAt) closedAt = Math.max(closedAt ?? 0, at);
    if (name === 'message.bounced' || name === 'message.complained') takeFailure(name, at, detail);
    if (name === 'message.soft_bounced' && !stale) takeSoftBounce(at, detail);
    if (name === 'message.delivered') endRow(at, detail);
    const isStop = name === 'message.replied' && detail.text === STOP;
    if (isStop || name === 'message.opted_out') withdraw(String(detail.channel), at);
  };

  const addressSince = (channel: string): number =>
    attributes.get({ email: 'email', sms: 'phone' }[channel] ?? '')?.since ?? 0;

  const takeSoftBounce = (at: number, detail: HeardEvent['detail']): void => {
    const channel = String(detail.channel);
    if (addressSince(channel) > at) return;
    const row = rows.get(channel) ?? { count: 0, at };
    const next = { count: row.count + 1, at: Math.max(row.at, at), failed: row.failed ?? false };
    rows.set(channel, next);
    if (next.count < SOFT_BOUNCES || (failures.has(channel) && !next.failed)) return;
    rows.set(channel, { ...next, failed: true });
    failures.set(channel, { why: 'bounced', at: next.at });
    unreachable.set(channel, 'bounced');
  };

  const endRow = (at: number, detail: HeardEvent['detail']): void => {
    const channel = String(detail.channel);
    const row = rows.get(channel);
    if (!row || row.at > at) return;
    rows.delete(channel);
    if (row.failed) forgive(channel);
  };

  const withdraw = (channel: string, at: number): void => {
    const current = choices.get(`channel:${channel}`);
    if (current && current.at > at) return;
    choices.set(`channel:${channel}`, { choice: 'withdrawn', at });
    consent.set(`channel:${channel}`, 'withdrawn');
  };

  const takeFailure = (name: string, at: number, detail: HeardEvent['detail']): void => {
    const channel = String(detail.channel ?? 'email');
    const why = name.slice('message.'.length);
    const current = failures.get(channel);
    if (current?.why === 'complained' && why === 'bounced') return;
    const address = attributes.get({ email: 'email', sms: 'phone' }[channel] ?? '');
    const wish = choices.get(`channel:${channel}`);
    const opened = why === 'bounced' ? (address?.since ?? 0) : wish?.choice === 'granted' ? wish.at : 0;
    if (opened > at) return;
    const row = rows.get(channel);
    if (row) rows.set(channel, { ...row, failed: false });
    failures.set(channel, { why, at: current?.why === why ? Math.max(current.at, at) : at });
    unreachable.set(channel, why);
  };

  const forgive = (channel: string): void => {
    failures.delete(channel);
    unreachable.delete(channel);
  };

  const ADDRESS: Record<string, string> = { email: 'email', sms: 'phone' };
  const addressOf = (of: Knowledge['attributes'], channel: string): string =>
    String(of.get(ADDRESS[channel] ?? '')?.value ?? '').toLowerCase();

  const absorbAttributes = (other: Knowledge['attributes']): void => {
    for (const [name, theirs] of other) {
      const ours = attributes.get(name);
      const isOld =
        ours &&
        (ours.at > theirs.at || (ours.at === theirs.at && isStricter(ours.provenance, theirs.provenance, true)));
      const since = ours?.value === theirs.value ? Math.min(ours?.since ?? theirs.since, theirs.since) : theirs.since;
      if (!ours || !isOld) attributes.set(name, { ...theirs, since });
      else if (ours.value === theirs.value) attributes.set(name, { ...ours, since });
    }
  };

  const absorbFailures = (own: Knowledge['attributes'], other: Knowledge): void => {
    const parts = other.parts();
    for (const channel of new Set([
      ...failures.keys(),
      ...parts.failures.keys(),
      ...rows.keys(),
      ...parts.rows.keys(),
    ])) {
      const address = addressOf(attributes, channel);
      const sides = [
        { failed: failures.get(channel), row: rows.get(channel), isHere: addressOf(own, channel) === address },
        {
          failed: parts.failures.get(channel),
          row: parts.rows.get(channel),
          isHere: addressOf(other.attributes, channel) === address,
        },
      ];
      forgive(channel);
      rows.delete(channel);
      const rank = ({ failed, row }: (typeof sides)[number]) =>
        (failed?.why === 'complained' ? 2 : row?.failed ? 0 : 1) * 1e15 + (failed?.at ?? 0);
      const stays = sides.filter(({ failed, isHere }) => failed && (isHere || failed.why === 'complained'));
      const [hardest] = stays.sort((a, b) => rank(b) - rank(a));
      if (hardest?.failed) {
        failures.set(channel, hardest.failed);
        unreachable.set(channel, hardest.failed.why);
      }
      const counted = sides.filter(({ row, isHere }) => row && isHere).flatMap(({ row }) => row ?? []);
      const [longest] = counted.sort((a, b) => b.count - a.count);
      if (longest) rows.set(channel, { ...longest, failed: hardest?.row?.failed === true });
    }
  };

  const softenIfOver = (incident: string, now: number, mood: Joined['mood']): void => {
    const end = incidents.endOf(incident);
    if (end !== undefined) moods.soften(incident, end, now, mood);
  };

  return {
    parts: () => ({ choices, failures, rows, moods, pause, closedAt, returnedAt, mergedAt }),
    absorb: (other, { at, isNew, ids: [from, into], mood }) => {
      const parts = other.parts();
      const own = new Map(attributes);
      absorbAttributes(other.attributes);
      for (const [key, theirs] of parts.choices) {
        const ours = choices.get(key);
        const choice = [ours?.choice, theirs.choice].includes('withdrawn') ? 'withdrawn' : theirs.choice;
        choices.set(key, { choice, at: Math.max(ours?.at ?? 0, theirs.at) });
        consent.set(key, choice);
      }
      absorbFailures(own, other);
      rhythm.absorb(other.rhythm.wishes);
      isDisputed ||= other.isMoodUnknown();
      incidents.absorb(other.incidents);
      moods.absorb(parts.moods);
      for (const incident of incidents.all.keys()) softenIfOver(incident, at, mood);
      pause = { until: Math.max(parts.pause.until, pause.until), at: Math.max(parts.pause.at, pause.at) };
      mergedAt = Math.max(parts.mergedAt, mergedAt);
      if (isNew) ({ closedAt, returnedAt } = parts);
      sensitiveAt = Math.max(sensitiveAt, other.sensitiveAt());
      const isForgotten = (event: HeardEvent): boolean => at - event.at > WEEK;
      for (const event of heardEvents) if (isForgotten(event)) event.onlyFor ??= into;
      heardEvents.push(
        ...other.heardEvents.map((event) =>
          isForgotten(event) ? { ...event, onlyFor: event.onlyFor ?? from } : event,
        ),
      );
    },
    rhythm,
    attributes,
    consent,
    unreachable,
    heardEvents,
    take: (event, catalogue, stale, now) => {
      const type = catalogue.events[event.type];
      if (!type) return;
      const isMore = takeIncidents(type, event, catalogue.policy);
      takeFacts(type, event, stale);
      if (stale) return;
      heardEvents.push(event);
      const { mood } = catalogue.policy;
      const nameOf = (of: Type['opens']): string | undefined => of && `${of.kind}:${String(event.detail[of.incident])}`;
      const saysMore = !isMore || type.signals.some((signal) => !('value' in signal));
      if (saysMore) moods.take(signalsIn(type, event, mood), now, mood, nameOf(type.opens));
      for (const incident of [nameOf(type.closes), nameOf(type.opens)]) {
        if (incident !== undefined) softenIfOver(incident, now, mood);
      }
    },
    incidents,
    score: (at, { mood }) => moods.score(at, mood),
    quietUntil: moods.quietUntil,
    isMoodUnknown: () => isDisputed,
    closed: () => closedAt !== undefined,
    pausedUntil: () => pause.until,
    sensitiveAt: () => sensitiveAt,
  };
};
