import type { IncomingEvent } from '../../core/customer/model/incoming.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';

/** What the promises say, worked out from events and commits alone: shares no code with the gate and the reducer. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HALF_LIFE = 3 * DAY;
const SOCIAL = ['relationship', 'promotional'];

interface Contact {
  moment: string;
  purpose: string;
  at: number;
}

/** London, in the year that these tests play in. */
const isQuiet = (at: number): boolean => {
  const summer = at >= Date.parse('2026-03-29T01:00:00Z') && at < Date.parse('2026-10-25T01:00:00Z');
  const hour = new Date(at + (summer ? HOUR : 0)).getUTCHours();
  return hour >= 21 || hour < 8;
};

export interface Promises {
  /** Journey to what it mutes, in milliseconds. */
  mutes: Record<string, Record<string, number>>;
  caps: Record<string, { count: number; ms: number }>;
  momentCaps: Record<string, { count: number; ms: number }>;
  topics: Record<string, string>;
}

export const createOracle = ({ mutes, caps, momentCaps, topics }: Promises) => {
  const broken = new Set<string>();
  const signals: { value: number; weight: number; at: number }[] = [];
  const incidents = new Map<string, { opened: number; closed: number }>();
  const wishes = new Map<string, { choice: string; at: number }>();
  const running = new Map<string, { journey: string; at: number; control: boolean }>();
  const contacts = new Map<string, Contact>();
  const attempts = new Map<string, string | undefined>();
  const taken = new Set<string>();
  const finals = new Map<string, string[]>();
  let paused = { until: 0, at: 0 };
  let bouncedAt = Number.NEGATIVE_INFINITY;
  let addressAt: number | undefined;
  let closed = false;

  const isNegative = (now: number): boolean => {
    const known = signals.filter(({ at }) => at <= now);
    const faded = ({ at, weight }: { at: number; weight: number }) => weight * 2 ** ((at - now) / HALF_LIFE);
    const s = known.reduce((sum, one) => sum + faded(one) * one.value, 0);
    const w = known.reduce((sum, one) => sum + faded(one), 0);
    const quiet = known.some(({ value, at }) => value <= -0.6 && now < at + 3 * DAY);
    return quiet || s / (w + 0.5) <= -0.25;
  };

  const isOpen = (): boolean => [...incidents.values()].some(({ opened, closed: end }) => opened > end);

  const full = (
    key: string,
    cap: { count: number; ms: number } | undefined,
    now: number,
    of: (c: Contact) => boolean,
  ) =>
    cap !== undefined &&
    [...contacts].filter(([other, contact]) => other !== key && of(contact) && now - contact.at < cap.ms).length >=
      cap.count;

  /** Every reason why this moment must not go out now. */
  const against = (
    key: string,
    journey: string,
    moment: string,
    purpose: string,
    channel: string,
    now: number,
  ): string[] => {
    const why: string[] = [];
    const say = (is: boolean, reason: string) => is && why.push(reason);
    say(channel === 'email' && bouncedAt >= (addressAt ?? 0), 'bounced');
    say(wishes.get(`channel:${channel}`)?.choice === 'withdrawn', 'channel withdrawn');
    say(purpose !== 'transactional' && isQuiet(now), 'quiet hours');
    say(purpose !== 'transactional' && closed, 'account closed');
    say(
      full(key, momentCaps[moment], now, (contact) => contact.moment === moment),
      'cap of the moment',
    );
    if (!SOCIAL.includes(purpose)) return why;
    say(isOpen(), 'open incident');
    say(isNegative(now), 'negative mood');
    say(now < paused.until, 'paused');
    say(wishes.get(`topic:${topics[moment]}`)?.choice === 'withdrawn', 'topic withdrawn');
    say(
      full(key, { count: 1, ms: 20 * HOUR }, now, (contact) => SOCIAL.includes(contact.purpose)),
      'gap',
    );
    say(
      full(key, caps[purpose], now, (contact) => contact.purpose === purpose),
      'cap',
    );
    for (const { journey: other, at, control } of running.values()) {
      const ms = mutes[other]?.[purpose];
      say(!control && other !== journey && ms !== undefined && now < at + ms, `muted by ${other}`);
    }
    return why;
  };

  const takeEvent = (event: IncomingEvent, now: number): void => {
    const at = Math.min(Date.parse(event.at), now);
    const { ref, topic, channel, choice, until } = event.fields as Record<string, string | undefined>;
    for (const { value, weight } of event.signals) signals.push({ value, weight, at });
    const incident = incidents.get(ref ?? '') ?? { opened: Number.NEGATIVE_INFINITY, closed: Number.NEGATIVE_INFINITY };
    if (event.type === 'fail') incidents.set(ref ?? '', { ...incident, opened: Math.max(at, incident.opened) });
    if (event.type === 'mend') incidents.set(ref ?? '', { ...incident, closed: Math.max(at, incident.closed) });
    if (event.type === 'wish') {
      const name = topic ? `topic:${topic}` : `channel:${channel}`;
      const known = wishes.get(name);
      const wins = !known || at > known.at || (at === known.at && choice === 'withdrawn');
      if (wins) wishes.set(name, { choice: choice ?? '', at });
    }
    if (event.type === 'hush' && at >= paused.at) paused = { until: Date.parse(until ?? ''), at };
    if (event.type === 'message.bounced') bouncedAt = Math.max(bouncedAt, at);
    if (event.type === 'start') addressAt ??= at;
    if (event.type === 'bye') closed = true;
  };

  const takeJournal = (state: CustomerState): void => {
    for (const entry of state.journal) {
      if (entry.kind === 'entered') {
        const control = Object.values(entry.arms).includes('control');
        running.set(entry.enrolment, { journey: entry.journey, at: state.at, control });
      }
      if (entry.kind === 'ended') running.delete(entry.enrolment);
      if (entry.kind !== 'decision') continue;
      const key = `${entry.enrolment}/${entry.step}`;
      const isFinal = entry.outcome !== 'held' && entry.outcome !== 'replaced';
      if (isFinal) finals.set(key, [...(finals.get(key) ?? []), entry.outcome]);
      if (entry.because === '') broken.add('a decision without a because');
      const contact = contacts.get(key);
      if (!contact) continue;
      if (entry.outcome === 'sent') contact.at = state.at;
      else if (entry.outcome !== 'unknown') contacts.delete(key);
    }
  };

  /** New reservations of this commit, against what had been committed before it. */
  const takeReservations = ({ decisions, at: now }: CustomerState): void => {
    for (const { enrolment, step, journey, moment, purpose, outcome, attempt, channel = '' } of decisions) {
      const key = `${enrolment}/${step}`;
      if (outcome !== 'reserved' || attempts.get(key) === attempt) continue;
      attempts.set(key, attempt);
      for (const why of against(key, journey, moment, purpose, channel, now))
        broken.add(`I1/I7: ${moment} despite ${why}`);
      contacts.set(key, { moment, purpose, at: now });
    }
  };

  return {
    broken,
    finals,
    against,
    isRunning: (enrolment: string) => running.has(enrolment),
    /** A commit, and the event that it took, if it did. */
    commit: (state: CustomerState, event?: IncomingEvent) => {
      takeReservations(state);
      takeJournal(state);
      // A repeat may commit too: it wakes what time has freed.
      if (event && !taken.has(event.id)) takeEvent(event, state.at);
      if (event) taken.add(event.id);
    },
  };
};
