import { type Chance, chance } from '../../simulator/quarter/random.ts';

/** Something that went wrong, as it is told. */
export interface Mishap {
  /** The same in every run in which it could happen, whatever else does. */
  key: string;
  at: number;
  what: string;
}

/** How one customer's calls, queues and machines fare. Drawn from the seed and the customer alone. */
export interface Luck {
  /** Whether a mishap happens here; `likely` for an ordinary storm. */
  strikes(likely: number, what: string): boolean;
  /** Milliseconds that such a call takes. */
  latency(what: string): number;
  /** Draws about one thing, the same whatever else is drawn. */
  about(what: string): Chance;
  /** Draws about what struck last. */
  readonly draw: Chance;
  readonly mishaps: Mishap[];
}

export interface LuckOptions {
  seed: number;
  /** Of the customer within the seed. */
  index: number;
  now: () => number;
  /** Only these mishaps happen: how a failure is made smaller. */
  only?: ReadonlySet<string> | undefined;
}

/** From calm to rough: a customer without a single mishap is a witness of its own. */
const WEATHER = [0, 0.3, 1, 1, 2.5];

export const LONGEST_CALL = 20_000;

/** FNV-1a, from any start. */
const hash = (text: string, start: number): number => {
  let value = start;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
  return value >>> 0;
};

/** The last steps of MurmurHash3: near numbers come out far apart. */
const mixed = (number: number): number => {
  let value = number;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
};

export const createLuck = ({ seed, index, now, only }: LuckOptions): Luck => {
  const own = seed * 1_000_003 + index * 7919 + 1;
  const start = mixed(own);
  let draw = chance(own);
  const roughness = draw.pick(WEATHER);
  const mishaps: Mishap[] = [];
  const times = new Map<string, number>();
  /** By what it is for and how often it was drawn for that, not by when: without one mishap the others are still there. */
  const drawFor = (what: string): number => {
    const time = times.get(what) ?? 0;
    times.set(what, time + 1);
    return mixed(hash(what, start) + Math.imul(time, 0x9e3779b9));
  };
  return {
    get draw() {
      return draw;
    },
    mishaps,
    about: (what) => chance(hash(what, start)),
    strikes: (likely, what) => {
      const lot = drawFor(what);
      if (lot / 2 ** 32 >= likely * roughness) return false;
      const key = lot.toString(36);
      if (only && !only.has(key)) return false;
      mishaps.push({ key, at: now(), what });
      // So that how it goes on does not hang on what was drawn before.
      draw = chance(lot);
      return true;
    },
    latency: (what) => {
      const lot = drawFor(what);
      const kind = lot / 2 ** 32;
      const share = mixed(lot ^ start) / 2 ** 32;
      if (kind < 0.9) return 1 + 39 * share;
      if (kind < 0.98) return 40 + 2460 * share;
      return roughness === 0 ? 2500 : 2500 + (LONGEST_CALL - 2500) * share;
    },
  };
};
