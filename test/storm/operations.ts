import { DAY, HOUR, MINUTE } from '../../language/catalogue/milliseconds.ts';
import type { Machine } from '../../language/compile/asl.ts';
import { type Chance, chance } from '../../simulator/quarter/random.ts';
import type { Release } from './workflows.ts';

export interface OperationsOptions {
  seed: number;
  start: number;
  days: number;
  releases: Releases;
  now: () => number;
  /** Nothing goes wrong but this. */
  badDay?: BadDay | 'none' | undefined;
}

/** A day on which one thing is away for long. */
export interface BadDay {
  service: string;
  hours: number;
}

/** Those that every account has sooner or later. */
export const BAD_DAYS = {
  'SES paused for two days': { service: 'down', hours: 48 },
  'SES at its rate for a day': { service: 'busy', hours: 24 },
  'DynamoDB away for six hours': { service: 'table', hours: 6 },
  'Lambda throttled for six hours': { service: 'functions', hours: 6 },
} as const satisfies Record<string, BadDay>;

/** What is deployed at first, and what after it. */
export type Releases = readonly [Release, Release];

/** A release under the number of its publication: the same may be published again under a higher one. */
export interface Published extends Release {
  number: number;
}

/** What operators do meanwhile: deploys, whose functions and machines do not change at one instant, pauses, and outages. */
export interface Operations {
  /** What a function's host has loaded: `lag` milliseconds after it was deployed, at most a minute. */
  release(lag?: number): Published;
  machine(journey: string): Machine | undefined;
  paused(): ReadonlySet<string>;
  /** Whether what this call goes to is away just now. */
  isOut(call: string): boolean;
  /** Whether something was away at any time between these. */
  wasOut(from: number, to: number): boolean;
}

interface Outage {
  from: number;
  until: number;
  calls: readonly string[];
}

const NOBODY: ReadonlySet<string> = new Set();

/** What goes away at once, by the calls that it answers. */
const SERVICES: Record<string, readonly string[]> = {
  table: ['load', 'commit', 'commit again', 'commit both', 'scan', 'remove'],
  records: ['timeline', 'flags', 'wipe', 'turn'],
  runs: ['start'],
  schedules: ['put schedule', 'wipe schedules'],
  scheduler: ['ring'],
  queues: ['queue', 'ring', 'receive'],
  bus: ['publish', 'reject'],
  channels: ['send'],
  busy: ['busy'],
  down: ['down'],
  functions: ['invoke'],
};

/** Most are over within hours; some last for days, and a channel may be busy, or shut to us, for 40 hours. */
const outageOf = (c: Chance, start: number, days: number): Outage => {
  const service = c.pick(Object.keys(SERVICES));
  const from = start + c.between(0, 1) * days * DAY;
  const length = c.pick([
    c.between(2, 20) * MINUTE,
    c.between(20, 200) * MINUTE,
    c.between(3, 12) * HOUR,
    (service === 'busy' || service === 'down' ? 40 : c.between(12, 72)) * HOUR,
  ]);
  return { from, until: from + length, calls: SERVICES[service]! };
};

/** In the middle of what happens. */
const outageOn = (badDay: BadDay | 'none', start: number, days: number): Outage[] => {
  if (badDay === 'none') return [];
  const from = start + (days * DAY) / 3;
  return [{ from, until: from + badDay.hours * HOUR, calls: SERVICES[badDay.service] ?? [] }];
};

export const createOperations = ({ seed, start, days, releases, now, badDay }: OperationsOptions): Operations => {
  const c = chance(seed * 49_979_687 + 3);
  const never = Number.POSITIVE_INFINITY;
  const deployAt = !badDay && c.happens(0.7) ? start + c.between(0.1, 1) * days * DAY : never;
  // The old contents, published again under a higher number: what a rollback is.
  const backAt = c.happens(0.4) ? deployAt + c.pick([c.between(1, 60) * MINUTE, c.between(0.1, 5) * DAY]) : never;
  const lags = [c.between(-5, 5) * MINUTE, c.between(-5, 5) * MINUTE];
  const journey = c.pick(['onboarding', 'renewal', 'service-recovery', 'offers']);
  const pausedAt = !badDay && c.happens(0.3) ? start + c.between(0, 1) * days * DAY : never;
  const pausedUntil = pausedAt + c.between(0.1, 3) * DAY;
  const one: ReadonlySet<string> = new Set([journey]);
  const outages = badDay
    ? outageOn(badDay, start, days)
    : Array.from({ length: c.pick([0, 0, 1, 1, 2]) }, () => outageOf(c, start, days));
  const published: Published[] = [
    { ...releases[0], number: 1 },
    { ...releases[1], number: 2 },
    { ...releases[0], number: 3 },
  ];
  const at = (first: number, second: number): Published => published[Number(now() >= first) + Number(now() >= second)]!;
  return {
    release: (lag = 0) => at(deployAt + lag, backAt + lag),
    machine: (id) => at(deployAt + lags[0]!, Math.max(deployAt + lags[0]!, backAt + lags[1]!)).machines[id],
    isOut: (call) => outages.some(({ from, until, calls }) => now() >= from && now() < until && calls.includes(call)),
    wasOut: (from, to) => outages.some((outage) => outage.from <= to && outage.until >= from),
    paused: () => (now() >= pausedAt && now() < pausedUntil ? one : NOBODY),
  };
};
