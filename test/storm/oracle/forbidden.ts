import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { triggers } from './heard.ts';
import type { Knowledge } from './knowledge.ts';
import { isOutside, isWithin, type LocalTime, localTime } from './local-time.ts';
import { type Done, isEventFull, isTaskFull } from './works.ts';

/** A message that went out, or may have. */
export interface Counted {
  key: string;
  moment: string;
  purpose: string;
  /** When it was reserved, or went out. */
  at: number;
  /** Until when nobody could know whether it would still go out. */
  latest: number;
}

export interface Enrolled {
  id: string;
  /** The id under which it was entered. */
  of: string;
  journey: string;
  control: boolean;
  /** It waits for a lease to leave. */
  isLeaving: boolean;
  /** Of the commit that entered it. */
  enteredAt: number;
  /** Of the event that entered it. */
  eventAt: number;
  eventId: string;
  event: Record<string, unknown>;
}

/** Everything that the promises of policy, journeys and moments are judged by. */
export interface Case {
  know: Knowledge;
  catalogue: Catalogue;
  at: number;
  customer: string;
  key: string;
  moment: string;
  purpose: string;
  enrolled: Enrolled;
  running: Iterable<Enrolled>;
  counted: Iterable<Counted>;
  done: readonly Done[];
  step: string;
  paused: ReadonlySet<string>;
  unless: readonly { on: string; where?: string }[];
  busyUntil: number;
  isDown: boolean;
}

/** Whether something that overtakes the moment was told since the enrolment's own event. */
export const isOvertaken = async ({ know, unless, enrolled }: Pick<Case, 'know' | 'unless' | 'enrolled'>) => {
  for (const { on, where } of unless) {
    for (const event of know.heardEvents) if (await triggers(event, { on, where }, enrolled)) return true;
  }
  return false;
};

export const isSocial = (purpose: string): boolean => purpose === 'relationship' || purpose === 'promotional';

/** Why a channel cannot be used; undefined where it can. */
export const blockOf = ({ attributes, unreachable, consent }: Knowledge, channel: string): string | undefined => {
  const address = { email: 'email', sms: 'phone' }[channel];
  if (address && !attributes.has(address)) return 'no-channel';
  const failed = unreachable.get(channel);
  if (failed) return failed;
  return consent.get(`channel:${channel}`) === 'withdrawn' ? 'unsubscribed' : undefined;
};

const SLACK = 2500;
const ROUNDING = 1e-6;

/** Whether mood is negative at `at`; `may` counts the second or two by which a hold outlasts it. */
const negativeAt = ({ know, catalogue }: Case, at: number, may: boolean): boolean => {
  if (know.isMoodUnknown()) return may;
  const { negative } = catalogue.policy.mood;
  if (may) {
    return (
      at - SLACK < know.quietUntil() ||
      know.score(at - SLACK, catalogue.policy) <= negative + ROUNDING * 1000 ||
      know.score(at, catalogue.policy) <= negative + ROUNDING
    );
  }
  return at < know.quietUntil() || know.score(at, catalogue.policy) <= negative - ROUNDING;
};

const fullAt = (counted: number[], cap: { count: number; seconds: number } | undefined, at: number): boolean =>
  cap !== undefined && counted.filter((time) => time + cap.seconds * 1000 > at).length >= cap.count;

/** The reasons why this moment must not go out at this time, by another reading of the promises than the gate's. */
export const reasonsAgainst = async (one: Case, may = false): Promise<Set<string>> => {
  const { know, catalogue, at, purpose, enrolled, moment, key } = one;
  const reasons = new Set<string>();
  const copy = catalogue.moments[moment];
  const isTransactional = purpose === 'transactional';
  const isWork = copy?.channels.every((channel) => channel === 'agent') === true;
  if (enrolled.control && isSocial(purpose) && !isWork) reasons.add('holdout');
  if (know.closed() && !isTransactional) reasons.add('account-closed');
  if (await isOvertaken(one)) reasons.add('overtaken');
  const capCase = { ...one, journey: enrolled.journey };
  if (catalogue.events[moment]?.ours && isEventFull(moment, capCase)) reasons.add('emit-cap');
  // Budgets are looked at where all that is given is known.
  if (catalogue.events[moment]?.gesture) reasons.add('no-gesture');
  if (isWork && isTaskFull(moment, capCase)) reasons.add('task-cap');
  // What may be offered is looked at where it is chosen: a message may lack two to choose from.
  if (may && copy?.gestures) reasons.add('no-gesture');
  if (!copy) return reasons.add('moment-retired');
  const policy = catalogue.policy.purposes[purpose as 'care'];
  if (isWork) return reasons;
  const blocks = copy.channels.map((channel) => blockOf(know, channel));
  if (!blocks.includes(undefined)) for (const block of blocks) if (block) reasons.add(block);
  if (isSocial(purpose)) {
    const choice = know.consent.get(`topic:${copy.topic}`);
    if (choice === 'withdrawn' || (policy.optIn && choice !== 'granted')) reasons.add('unsubscribed');
    if (know.pausedUntil() > at) reasons.add('paused-by-customer');
    if (know.rhythm.wishes.frequency?.choice === 'necessary') reasons.add('only-necessary');
    if (know.sensitiveAt() + 1000 * (catalogue.policy.sensitive?.lasts ?? 0) > at) reasons.add('protected');
  }
  const borrowed = ['inferred', 'third-party'];
  const isBorrowed = (name: string) => borrowed.includes(know.attributes.get(name)?.provenance ?? '');
  if (copy.attributes.some((name) => isBorrowed(name) && !(name in copy.uses))) reasons.add('data-not-shared');
  if (one.paused.has(enrolled.journey)) reasons.add('journey-paused');
  if (know.incidents.openAt(at, catalogue.policy).length > 0 && (copy.whenIncident ?? policy.whenIncident) !== 'send')
    reasons.add('open-incident');
  if ((copy.whenNegative ?? policy.whenNegative) !== 'send' && negativeAt(one, at, may))
    reasons.add('negative-sentiment');
  for (const other of one.running) {
    const mute = isSocial(purpose) ? catalogue.journeys[other.journey]?.mutes[purpose as 'care'] : undefined;
    if (
      mute === undefined ||
      (other.control && isSocial(catalogue.journeys[other.journey]?.purpose ?? '')) ||
      other.isLeaving ||
      other.journey === enrolled.journey
    )
      continue;
    // No two journeys of the storms mute each other: then who entered first would go on.
    if (other.enteredAt + mute * 1000 > at) reasons.add(`muted-by:${other.journey}`);
  }
  const others = [...one.counted].filter((other) => other.key !== key);
  const times = (matches: (other: Counted) => boolean) =>
    others.filter(matches).map((other) => (may ? other.latest : other.at));
  if (
    fullAt(
      times((other) => other.moment === moment),
      copy.cap,
      at,
    )
  )
    reasons.add('frequency-cap');
  const isForPeople = (name: string) => catalogue.moments[name]?.channels.every((channel) => channel === 'agent');
  const ofCare = () => times((other) => other.purpose === 'care' && !isForPeople(other.moment));
  if (purpose === 'care' && fullAt(ofCare(), catalogue.policy.caps?.care, at)) reasons.add('frequency-cap');
  if (isSocial(purpose)) {
    if (
      fullAt(
        times((other) => other.purpose === purpose),
        policy.cap,
        at,
      )
    )
      reasons.add('frequency-cap');
    const gap = { count: 1, seconds: catalogue.policy.gap };
    if (
      fullAt(
        times((other) => isSocial(other.purpose)),
        gap,
        at,
      )
    )
      reasons.add('gap');
  }
  if (isSocial(purpose) && know.rhythm.wishes.frequency?.choice === 'fewer') {
    // As many in twice the time.
    const twice = (cap: { count: number; seconds: number } | undefined) => cap && { ...cap, seconds: 2 * cap.seconds };
    const isFull =
      fullAt(
        times((other) => other.moment === moment),
        twice(copy.cap),
        at,
      ) ||
      fullAt(
        times((other) => other.purpose === purpose),
        twice(policy.cap),
        at,
      ) ||
      fullAt(
        times((other) => isSocial(other.purpose)),
        twice({ count: 1, seconds: catalogue.policy.gap }),
        at,
      );
    if (isFull) reasons.add('asked-for-fewer');
  }
  const zone = String(know.attributes.get('zone')?.value ?? catalogue.policy.zone);
  const time: LocalTime = localTime(at, zone);
  const quietHours = know.rhythm.quiet() ?? catalogue.policy.quietHours;
  const ignores = (copy.quietHours ?? policy.quietHours) === 'ignore';
  if (quietHours && !ignores && isWithin(time, quietHours)) reasons.add('quiet-hours');
  if (copy.window && isOutside(time, copy.window)) reasons.add('window');
  if (one.busyUntil > at) reasons.add(one.isDown ? 'channel-down' : 'channel-busy');
  return reasons;
};
