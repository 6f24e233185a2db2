import { type Chance, chance } from '../quarter/random.ts';

/** Something that went wrong, as it is told. */
export interface Mishap {
  /** Its number among all mishaps that this customer could have had. */
  index: number;
  at: number;
  what: string;
}

/** How one customer's calls, queues and machines fare. Drawn from the seed and the customer alone. */
export interface Luck {
  /** Whether a mishap happens here; `likely` for an ordinary storm. */
  strikes(likely: number, what: string): boolean;
  /** Milliseconds that a call takes. */
  latency(): number;
  /** Any other draw. */
  readonly draw: Chance;
  readonly mishaps: Mishap[];
}

export interface LuckOptions {
  seed: number;
  /** Of the customer within the seed. */
  index: number;
  now: () => number;
  /** Only these mishaps happen: how a failure is made smaller. */
  only?: ReadonlySet<number> | undefined;
}

/** From calm to rough: a customer without a single mishap is a witness of its own. */
const WEATHER = [0, 0.3, 1, 1, 2.5];

export const LONGEST_CALL = 20_000;

export const createLuck = ({ seed, index, now, only }: LuckOptions): Luck => {
  const draw = chance(seed * 1_000_003 + index * 7919 + 1);
  const roughness = draw.pick(WEATHER);
  const mishaps: Mishap[] = [];
  let could = 0;
  return {
    draw,
    mishaps,
    strikes: (likely, what) => {
      if (draw.next() >= likely * roughness) return false;
      const mishap = { index: could++, at: now(), what };
      if (only && !only.has(mishap.index)) return false;
      mishaps.push(mishap);
      return true;
    },
    latency: () => {
      const kind = draw.next();
      if (kind < 0.9) return draw.between(1, 40);
      if (kind < 0.98) return draw.between(40, 2500);
      return roughness === 0 ? 2500 : draw.between(2500, LONGEST_CALL);
    },
  };
};
