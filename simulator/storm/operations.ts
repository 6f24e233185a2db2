import type { Machine } from '../../language/compile/asl.ts';
import { chance } from '../quarter/random.ts';
import type { Release } from './workflows.ts';

export interface OperationsOptions {
  seed: number;
  start: number;
  days: number;
  releases: [Release, Release];
  now: () => number;
}

/** What operators do meanwhile: a deploy, whose functions and machines do not change at one instant, and pauses. */
export interface Operations {
  /** What a function's host has loaded: `lag` milliseconds after it was deployed, at most a minute. */
  release(lag?: number): Release;
  machine(journey: string): Machine | undefined;
  paused(): ReadonlySet<string>;
}

const DAY = 86_400_000;
const NOBODY: ReadonlySet<string> = new Set();

export const createOperations = ({ seed, start, days, releases, now }: OperationsOptions): Operations => {
  const c = chance(seed * 49_979_687 + 3);
  const deployAt = c.happens(0.7) ? start + c.between(0.1, 1) * days * DAY : Number.POSITIVE_INFINITY;
  const machinesAt = deployAt + c.between(-5, 5) * 60_000;
  const journey = c.pick(['onboarding', 'renewal', 'service-recovery', 'offers']);
  const pausedAt = c.happens(0.3) ? start + c.between(0, 1) * days * DAY : Number.POSITIVE_INFINITY;
  const pausedUntil = pausedAt + c.between(0.1, 3) * DAY;
  const one: ReadonlySet<string> = new Set([journey]);
  return {
    release: (lag = 0) => (now() < deployAt + lag ? releases[0] : releases[1]),
    machine: (id) => (now() < machinesAt ? releases[0] : releases[1]).machines[id],
    paused: () => (now() >= pausedAt && now() < pausedUntil ? one : NOBODY),
  };
};
