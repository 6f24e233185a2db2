import { type Knowledge, knowledgeOf, type LineEvent, readEvents } from './line-events.ts';
import type { MomentPromise, Promised } from './read.ts';

/** One line of `tactful play --json`. */
export interface Line {
  at: string;
  kind: string;
  customer?: string;
  [field: string]: unknown;
}

export interface Violation {
  /** Of the journal, from 1. */
  line: number;
  what: string;
}

export interface Verdict {
  violations: Violation[];
  checked: Record<string, number>;
}

interface Contact {
  at: number;
  moment: string;
  purpose: string;
}

const SOCIAL = ['relationship', 'promotional'];
const FINAL = ['sent', 'suppressed', 'escalated', 'control', 'failed', 'unknown', 'ended'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Hour, minute and weekday by the clock of a zone. */
const clockOf = (at: number, zone: string): { minute: number; day: string } => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return { minute: Number(part('hour')) * 60 + Number(part('minute')), day: part('weekday').toLowerCase() };
};

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const isBetween = (minute: number, { from, to }: { from: string; to: string }): boolean => {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return start < end ? minute >= start && minute < end : minute >= start || minute < end;
};

/** Checks a journal, in the order of happening, against the raw events and the files. */
export const checkPromises = (promised: Promised, events: string[], journal: Line[]): Verdict => {
  const violations: Violation[] = [];
  const checked: Record<string, number> = {};
  const refused = new Set(
    journal.flatMap(({ kind, reason, id }) => (kind === 'rejected' && reason !== 'stale' ? [String(id)] : [])),
  );
  const lineEvents = readEvents(events, promised, refused);
  const byCustomer = Map.groupBy(lineEvents, ({ customer }) => customer);
  const people = new Map<string, ReturnType<typeof person>>();
  for (const [index, line] of journal.entries()) {
    if (line.customer === undefined) continue;
    const check = people.get(line.customer) ?? person(promised, byCustomer.get(line.customer) ?? []);
    people.set(line.customer, check);
    for (const what of check(line, checked)) violations.push({ line: index + 1, what: `${line.customer}: ${what}` });
  }
  for (const [customer, check] of people) {
    for (const what of check(undefined, checked))
      violations.push({ line: journal.length, what: `${customer}: ${what}` });
  }
  return { violations, checked };
};

/** One customer: takes lines of the journal, and at last nothing, and answers what is broken. */
const person = (promised: Promised, lineEvents: LineEvent[]) => {
  const signals: { value: number; weight: number; at: number }[] = [];
  /** When strong signs happened whose quiet nothing has ended yet. */
  let strong: number[] = [];
  const contacts: Contact[] = [];
  const running = new Map<string, { journey: string; at: number; control: boolean }>();
  const control = new Set<string>();
  const finals = new Map<string, string>();
  const heldSince = new Map<string, number>();

  /** When a signal that is journalled at `now` happened: its event may have come late. */
  const happenedAt = (type: unknown, now: number): number =>
    lineEvents.find((one) => one.type === type && one.arrived === now)?.at ?? now;

  const scoreAt = (now: number): number => {
    const { halfLife, prior } = promised.mood;
    let [s, w] = [0, 0];
    for (const { value, weight, at } of signals) {
      const left = weight * 2 ** (-(now - at) / halfLife);
      s += left * value;
      w += left;
    }
    return s / (w + prior);
  };

  /** What happened later and lifts the score to positive ends the quiet of strong signs. */
  const hear = (value: number, weight: number, at: number, now: number): void => {
    signals.push({ value, weight, at });
    // A changed answer takes back what was told before.
    if (weight < 0) strong = strong.filter((sign) => sign !== at);
    else if (value <= promised.mood.strong) strong.push(at);
    const isPositive = scoreAt(now) >= promised.mood.positive;
    if (isPositive) strong = strong.filter((sign) => !signals.some((one) => one.value > 0 && one.at > sign));
  };

  const isNegative = (now: number): boolean =>
    scoreAt(now) <= promised.mood.negative - 1e-9 || strong.some((at) => now < at + promised.mood.quietAfter);

  /** What was known in that moment: before, between and after what arrived just then. */
  const knownAt = (now: number): Knowledge[] => {
    const before = lineEvents.filter(({ arrived }) => arrived < now);
    const then = lineEvents.filter(({ arrived }) => arrived === now);
    return Array.from({ length: then.length + 1 }, (_, count) =>
      knowledgeOf([...before, ...then.slice(0, count)], promised, now),
    );
  };

  /** A promise is broken if it is in all that was known in that moment. */
  const throughout = (now: number, is: (knowledge: Knowledge) => boolean): boolean => knownAt(now).every(is);

  const hoursBroken = (now: number, purpose: string, moment: MomentPromise, zone: string): string[] => {
    const { minute, day } = clockOf(now, zone);
    const broken: string[] = [];
    const quiet = moment.quietHours ?? promised.purposes[purpose]?.quietHours;
    if (quiet !== 'ignore' && isBetween(minute, promised.quietHours)) broken.push('in quiet hours');
    const { window } = moment;
    if (!window) return broken;
    const began =
      minuteOf(window.from) > minuteOf(window.to) && minute < minuteOf(window.to)
        ? DAYS[(DAYS.indexOf(day) + 6) % 7]
        : day;
    if (!isBetween(minute, window) || (window.days && !window.days.includes(began ?? '')))
      broken.push('outside of its window');
    return broken;
  };

  const tooOften = (now: number, id: string, purpose: string, moment: MomentPromise): string[] => {
    const within = (ms: number, of: (contact: Contact) => boolean) =>
      contacts.filter((one) => of(one) && now - one.at < ms).length;
    const { cap } = promised.purposes[purpose] ?? {};
    const broken: string[] = [];
    if (moment.cap && within(moment.cap.ms, (one) => one.moment === id) >= moment.cap.count)
      broken.push('over the cap of the moment');
    if (!SOCIAL.includes(purpose)) return broken;
    if (cap && within(cap.ms, (one) => one.purpose === purpose) >= cap.count) broken.push(`over the cap of ${purpose}`);
    if (within(promised.gap, (one) => SOCIAL.includes(one.purpose)) > 0) broken.push('within the gap');
    return broken;
  };

  const unwanted = (now: number, purpose: string, moment: MomentPromise, channel: string): string[] => {
    const policy = promised.purposes[purpose];
    const broken: string[] = [];
    const say = (is: boolean, what: string) => is && broken.push(what);
    say(
      (moment.whenIncident ?? policy?.whenIncident) !== 'send' &&
        throughout(now, ({ openIncidents }) => openIncidents.length > 0),
      'during an open incident',
    );
    say((moment.whenNegative ?? policy?.whenNegative) !== 'send' && isNegative(now), 'in a negative mood');
    say(
      throughout(now, ({ closedChannels }) => closedChannels.has(channel)),
      `by ${channel}, which failed or was complained about`,
    );
    say(
      throughout(now, ({ wishes }) => wishes.get(`channel:${channel}`) === 'withdrawn'),
      `by ${channel}, which was withdrawn`,
    );
    const address = { email: 'email', sms: 'phone' }[channel];
    say(address !== undefined && throughout(now, ({ attributes }) => !attributes.has(address)), 'without an address');
    for (const name of moment.prints.filter((printed) => !moment.uses.includes(printed))) {
      say(
        throughout(now, ({ attributes }) =>
          ['inferred', 'third-party'].includes(attributes.get(name)?.provenance ?? ''),
        ),
        `with ${name}, which they did not share`,
      );
    }
    say(purpose !== 'transactional' && throughout(now, ({ isClosed }) => isClosed), 'after the account was closed');
    if (!SOCIAL.includes(purpose)) return broken;
    const topic = `topic:${moment.topic}`;
    say(
      moment.topic !== undefined && throughout(now, ({ wishes }) => wishes.get(topic) === 'withdrawn'),
      'on a withdrawn topic',
    );
    say(policy?.optIn === true && throughout(now, ({ wishes }) => wishes.get(topic) !== 'granted'), 'without opt-in');
    say(
      throughout(now, ({ pausedUntil }) => now < pausedUntil),
      'during a pause',
    );
    return broken;
  };

  const muted = (now: number, journey: string, purpose: string): string[] =>
    [...running.values()].flatMap((other) => {
      const ms = promised.journeys[other.journey]?.mutes[purpose];
      const mutes = !other.control && other.journey !== journey && ms !== undefined && now < other.at + ms;
      return mutes && SOCIAL.includes(purpose) ? [`muted by ${other.journey}`] : [];
    });

  const decision = (line: Line, checked: Record<string, number>): string[] => {
    const now = Date.parse(line.at);
    const {
      enrolment,
      step,
      moment: id,
      journey,
      purpose,
      outcome,
      channel,
    } = line as unknown as Record<string, string>;
    const name = `${id} at ${step} of ${journey}`;
    const key = `${enrolment}/${step}`;
    const moment = promised.moments[id ?? ''];
    const broken: string[] = [];
    const earlier = finals.get(key);
    if (earlier) broken.push(`${name}: ${outcome} after ${earlier}`);
    if (typeof line.because !== 'string' || line.because === '') broken.push(`${name}: no because`);
    if (moment && purpose !== (moment.purpose ?? promised.journeys[journey ?? '']?.purpose))
      broken.push(`${name}: sent as ${purpose}`);
    if (!FINAL.includes(outcome ?? '')) {
      heldSince.set(key, heldSince.get(key) ?? now);
      return broken;
    }
    finals.set(key, outcome ?? '');
    const patience = moment?.patience ?? promised.purposes[purpose ?? '']?.patience ?? 0;
    const since = heldSince.get(key);
    if (since !== undefined && outcome !== 'ended' && now - since > patience + 60_000)
      broken.push(`${name}: held beyond its patience`);
    heldSince.delete(key);
    if ((outcome !== 'sent' && outcome !== 'unknown') || channel === undefined || channel === 'agent' || !moment)
      return broken;
    checked[purpose ?? ''] = (checked[purpose ?? ''] ?? 0) + 1;
    const hours = knownAt(now).map(({ attributes }) =>
      hoursBroken(now, purpose ?? '', moment, String(attributes.get('zone')?.value ?? promised.zone)),
    );
    const why = [
      ...(hours.pop() ?? []).filter((what) => hours.every((others) => others.includes(what))),
      ...tooOften(now, id ?? '', purpose ?? '', moment),
      ...unwanted(now, purpose ?? '', moment, channel),
      ...muted(now, journey ?? '', purpose ?? ''),
      ...(control.has(enrolment ?? '') && purpose !== 'transactional' ? ['to the control arm'] : []),
    ];
    contacts.push({ at: now, moment: id ?? '', purpose: purpose ?? '' });
    return [...broken, ...why.map((what) => `${name} went out ${what}`)];
  };

  return (line: Line | undefined, checked: Record<string, number>): string[] => {
    if (!line) {
      const open = [...heldSince.keys()].map((key) => `${key} was held and never decided`);
      return [...open, ...[...running.keys()].map((enrolment) => `${enrolment} never ended`)];
    }
    const now = Date.parse(line.at);
    if (line.kind === 'signal') {
      const at = Number(line.weight) < 0 ? Date.parse(String(line.happenedAt)) : happenedAt(line.event, now);
      hear(Number(line.value), Number(line.weight), at, now);
    }
    if (line.kind === 'entered') {
      const isControl = Object.values(line.arms as object).includes('control');
      if (isControl) control.add(String(line.enrolment));
      running.set(String(line.enrolment), { journey: String(line.journey), at: now, control: isControl });
      return throughout(now, ({ isClosed }) => isClosed)
        ? [`entered ${line.journey} after the account was closed`]
        : [];
    }
    if (line.kind === 'ended') return running.delete(String(line.enrolment)) ? [] : [`${line.enrolment} ended twice`];
    return line.kind === 'decision' ? decision(line, checked) : [];
  };
};
