import { createHash } from 'node:crypto';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import type { Life } from './life.ts';
import { createLuck, type Mishap } from './luck.ts';
import type { ItemSizes, Violation } from './oracle/ledger.ts';
import { createWatch } from './oracle/watch.ts';
import { guestOf, trafficOf } from './traffic.ts';
import { createStormWorld, type StormWorldOptions } from './world.ts';

export interface StormOptions extends Omit<StormWorldOptions, 'start'> {
  customers: number;
  /** How much happens to a customer beside the first event, at least and at most. */
  stories?: [number, number];
  /** Only this customer, only these of its events and mishaps: how a failure is made smaller. */
  alone?: { customer: number; events?: ReadonlySet<string>; mishaps?: ReadonlySet<string> } | undefined;
  /** The first customer's number. */
  from?: number;
  trace?: (line: string) => void;
  /** Looks at the world once all is over. */
  look?: (world: ReturnType<typeof createStormWorld>) => Promise<void>;
}

export interface StormResult {
  violations: Violation[];
  events: number;
  commits: number;
  sent: number;
  decisions: number;
  mishaps: number;
  erasures: number;
  largestItem: number;
  /** The bytes of all that was decided and done. */
  hash: string;
  /** What went wrong for the last customer. */
  last: readonly Mishap[];
}

/** When every storm begins: a Monday. */
export const START = Date.parse('2026-03-02T00:00:00Z');
/** A bad day is the only thing that goes wrong. */
const NOTHING: ReadonlySet<string> = new Set();
/** Whatever still happens then never ends. */
const LONGEST = 600 * DAY;

/** Plays one storm to its end, until nothing is left to happen, and says which promises it broke. */
export const runStorm = async (options: StormOptions): Promise<StormResult> => {
  const { customers, alone, from = 0 } = options;
  const world = createStormWorld({ ...options, start: START });
  const { agenda, lives, bus, erasures } = world;
  const items = { largest: 0, longest: 0 };
  const first = alone ? alone.customer : from;
  for (let index = first; index < first + (alone ? 1 : customers); index++) {
    const life = createLife(options, index, world, items);
    for (const id of life.ids) lives.set(id, life);
    for (const { at, event, bad } of life.traffic) bus.publish(life, at, event, bad);
    erasures.plan(life, options.seed, START, options.days);
  }
  await agenda.runAll(START + LONGEST);
  const result = { ...(await resultOf(world)), largestItem: items.largest };
  await options.look?.(world);
  world.close();
  return result;
};

const createLife = (
  options: StormOptions,
  index: number,
  { agenda, operations: { isOut, wasOut } }: ReturnType<typeof createStormWorld>,
  items: ItemSizes,
): Life => {
  const now = () => agenda.now;
  const { seed, days, alone, stories = [1, 4], trace = () => {} } = options;
  const id = `c${index}-${seed}`;
  const traceNow = (what: string): void => trace(`${new Date(now()).toISOString().slice(5, 23)} ${what}`);
  const planned = trafficOf({ seed, index, customer: id, start: START, days, stories });
  return {
    id,
    ids: [id, guestOf(id)],
    index,
    luck: createLuck({ seed, index, now, only: options.badDay ? NOTHING : alone?.mishaps }),
    watch: createWatch({ customer: id, ids: [id, guestOf(id)], items, trace: traceNow, wasOut }),
    traffic: alone?.events ? planned.filter(({ event }) => alone.events?.has(event.id)) : planned,
    coming: [],
    stream: [],
    relaying: false,
    busy: 0,
    invocations: 0,
    runs: 0,
    reactions: 0,
    published: 0,
    isOut,
    flying: new Set(),
    isSwept: false,
    trace: traceNow,
  };
};

const resultOf = async ({
  lives,
  store,
  timeline,
  census,
  spending,
  listReserved,
}: ReturnType<typeof createStormWorld>) => {
  const sums = { events: 0, commits: 0, sent: 0, decisions: 0, erasures: 0, mishaps: 0 };
  const violations: Violation[] = [];
  const hash = createHash('sha256');
  const all: CustomerState[] = [];
  let last: readonly Mishap[] = [];
  for (const life of new Set(lives.values())) {
    const items = new Map<string, CustomerState>();
    for (const id of life.ids) {
      const item = await store.load(id);
      if (item) items.set(id, item);
    }
    all.push(...items.values());
    const verdict = life.watch.verdict(items, timeline.of);
    violations.push(...verdict.violations);
    for (const key of ['events', 'commits', 'sent', 'decisions', 'erasures'] as const) sums[key] += verdict[key];
    sums.mishaps += life.luck.mishaps.length;
    hash.update(verdict.digest);
    last = life.luck.mishaps;
  }
  violations.push(...(await census.violations(all)), ...spending.violations(), ...spending.leaks(listReserved()));
  return { violations, ...sums, hash: hash.digest('hex'), last };
};
