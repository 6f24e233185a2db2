import type { Machine } from '../../language/compile/asl.ts';
import { chance } from '../../simulator/quarter/random.ts';
import type { Release } from './workflows.ts';

export interface OperationsOptions {
  seed: number;
  start: number;
  days: number;
  releases: [Release, Release];
  now: () => number;
}

/** What operators do meanwhile: a deploy, whose functions and machines do not change at one instant, pauses, and an outage. */
export interface Operations {
  /** What a function's host has loaded: `lag` milliseconds after it was deployed, at most a minute. */
  release(lag?: number): Release;
  machine(journey: string): Machine | undefined;
  paused(): ReadonlySet<string>;
  /** Whether what this call goes to is out just now. */
  isOut(call: string): boolean;
  /** When the machine of a journey that is no longer there goes, and ends its executions; and whose. */
  readonly removal: { at: number; journeys: string[] };
}

const DAY = 86_400_000;
const MINUTE = 60_000;
const NOBODY: ReadonlySet<string> = new Set();

/** What goes out at once, by the calls that it answers. */
const SERVICES: Record<string, readonly string[]> = {
  customers: ['load', 'zone', 'commit', 'commit again'],
  records: ['put token', 'list tokens', 'timeline', 'flags'],
  machines: ['start', 'succeed', 'fail'],
  queues: ['queue', 'publish', 'reject'],
  channels: ['send'],
};

export const createOperations = ({ seed, start, days, releases, now }: OperationsOptions): Operations => {
  const c = chance(seed * 49_979_687 + 3);
  const deployAt = c.happens(0.7) ? start + c.between(0.1, 1) * days * DAY : Number.POSITIVE_INFINITY;
  const machinesAt = deployAt + c.between(-5, 5) * MINUTE;
  const journey = c.pick(['onboarding', 'renewal', 'service-recovery', 'offers']);
  const pausedAt = c.happens(0.3) ? start + c.between(0, 1) * days * DAY : Number.POSITIVE_INFINITY;
  const pausedUntil = pausedAt + c.between(0.1, 3) * DAY;
  const one: ReadonlySet<string> = new Set([journey]);
  const outFrom = c.happens(0.4) ? start + c.between(0, 1) * days * DAY : Number.POSITIVE_INFINITY;
  const outUntil = outFrom + c.pick([c.between(2, 20), c.between(20, 200)]) * MINUTE;
  const out = SERVICES[c.pick(Object.keys(SERVICES))] ?? [];
  return {
    release: (lag = 0) => (now() < deployAt + lag ? releases[0] : releases[1]),
    machine: (id) => (now() < machinesAt ? releases[0] : releases[1]).machines[id],
    removal: {
      at: machinesAt,
      journeys: Object.keys(releases[0].machines).filter((id) => releases[1].machines[id] === undefined),
    },
    isOut: (call) => now() >= outFrom && now() < outUntil && out.includes(call),
    paused: () => (now() >= pausedAt && now() < pausedUntil ? one : NOBODY),
  };
};
