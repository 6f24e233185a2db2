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
  readonly heard: HeardEvent[];
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

const signalsIn = (type: Type, told: HeardEvent, { strong }: Catalogue['policy']['mood']): Sign[] => {
  const { detail, at } = told;
  const scores = scoresIn(type, told);
  const mild = (value: number): number => Math.max(value, strong + 0.01);
  return type.signals.flatMap((signal) => {
    const { weight } = signal;
    // The incident that it opens keeps things quiet.
    if ('value' in signal) return [{ value: type.opens ? mild(signal.value) : signal.value, weight, at }];
    if ('score' in signal)
      return scoresIn({ ...type, signals: [signal] }, told).map((value) => ({ value, weight, at }));
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
const isStricter = (known: string, other: string, stale: boolean): boolean =>
  isBorrowed(known) === isBorrowed(other) ? stale : isBorrowed(known);

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
  const heard: HeardEvent[] = [];
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
    const known = attributes.get(attribute);
    const since = known !== undefined && known.value === value ? known.since : at;
    const channel = { email: 'email', phone: 'sms' }[attribute];
    const failed = failures.get(channel ?? '');
    // A new address has not bounced yet.
    if (channel && since === at && failed?.why === 'bounced' && failed.at < at) forgive(channel);
    if (channel && since === at && (rows.get(channel)?.at ?? at) < at) rows.delete(channel);
    attributes.set(attribute, { ...fact, since });
  };

  /** A correction stands against all of its time, and of two of one time always the same. */
  const correct = (at: number, { attribute, value }: HeardEvent['detail']): void => {
    const known = attributes.get(String(attribute));
    const isOther = known?.corrected === true && known.at === at && String(known.value) >= String(value);
    if (known && (known.at > at || isOther)) return;
    setFact(String(attribute), { value, at, provenance: 'stated', corrected: true });
  };

  const takeFacts = (type: Type, { type: name, at, detail }: HeardEvent, stale: boolean): void => {
    for (const [attribute, source] of Object.entries(type.sets)) {
      const value = source === 'at' ? new Date(at).toISOString() : detail[source];
      if (value === undefined || value === null) continue;
      const provenance = type.fields[source]?.provenance ?? 'observed';
      const known = attributes.get(attribute);
      const isOfItsTime = known?.at === at;
      if (
        known &&
        (known.at > at || (isOfItsTime && (known.corrected || isStricter(known.provenance, provenance, stale))))
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
      const said = String(detail[choice]);
      const known = choices.get(key);
      const loosens = at !== known?.at && at > mergedAt;
      const isNo = known?.choice === 'withdrawn' && (said === 'granted' || known.at === at);
      const keeps = known && (known.at > at || (isNo && !loosens));
      if (!keeps) {
        choices.set(key, { choice: said, at });
        consent.set(key, said);
        const failed = channel ? failures.get(String(detail[channel])) : undefined;
        const opens = said === 'granted' && failed?.why === 'complained' && failed.at < at && at > mergedAt;
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
    const known = failures.get(channel);
    if (known?.why === 'complained' && why === 'bounced') return;
    const address = attributes.get({ email: 'email', sms: 'phone' }[channel] ?? '');
    const wish = choices.get(`channel:${channel}`);
    const opened = why === 'bounced' ? (address?.since ?? 0) : wish?.choice === 'granted' ? wish.at : 0;
    if (opened > at) return;
    const row = rows.get(channel);
    if (row) rows.set(channel, { ...row, failed: false });
    failures.set(channel, { why, at: known?.why === why ? Math.max(known.at, at) : at });
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
    for (const [name, said] of other) {
      const known = attributes.get(name);
      const isOld =
        known && (known.at > said.at || (known.at === said.at && isStricter(known.provenance, said.provenance, true)));
      const since = known?.value === said.value ? Math.min(known?.since ?? said.since, said.since) : said.since;
      if (!known || !isOld) attributes.set(name, { ...said, since });
      else if (known.value === said.value) attributes.set(name, { ...known, since });
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
      for (const [key, said] of parts.choices) {
        const known = choices.get(key);
        const choice = [known?.choice, said.choice].includes('withdrawn') ? 'withdrawn' : said.choice;
        choices.set(key, { choice, at: Math.max(known?.at ?? 0, said.at) });
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
      const isForgotten = (told: HeardEvent): boolean => at - told.at > WEEK;
      for (const told of heard) if (isForgotten(told)) told.onlyFor ??= into;
      heard.push(...other.heard.map((told) => (isForgotten(told) ? { ...told, onlyFor: told.onlyFor ?? from } : told)));
    },
    rhythm,
    attributes,
    consent,
    unreachable,
    heard,
    take: (event, catalogue, stale, now) => {
      const type = catalogue.events[event.type];
      if (!type) return;
      const isMore = takeIncidents(type, event, catalogue.policy);
      takeFacts(type, event, stale);
      if (stale) return;
      heard.push(event);
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
