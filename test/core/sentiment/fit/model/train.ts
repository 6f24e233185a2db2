import type { Features } from '../../../../../core/sentiment/model/features.ts';
import { HEADS } from '../../../../../core/sentiment/model/model.ts';

/** What is learned from: a text as features, how much it counts, and for each head whether it is so; undefined where nobody said. */
export interface Lesson {
  features: Features;
  weight: number;
  is: (boolean | undefined)[];
}

export interface Head {
  /** Whether how loud it is said tells it anything. */
  hearsLoudness: boolean;
  bias: number;
  weights: Float32Array;
}

export interface TrainOptions {
  bits: number;
  heads: number;
  rounds: number;
  rate: number;
  /** How strongly weights are drawn to 0 at each step that touches them. */
  pull: number;
  seed: number;
  /** Places that fewer lessons have are left at 0. */
  fewest?: number;
}

/** Mulberry32: the same seed, the same numbers. */
export const chance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    const one = Math.imul(state ^ (state >>> 15), state | 1);
    const two = one ^ (one + Math.imul(one ^ (one >>> 7), one | 61));
    return ((two ^ (two >>> 14)) >>> 0) / 4294967296;
  };
};

export const shuffled = <T>(items: T[], next: () => number): T[] => {
  const all = [...items];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
};

/** What a head says of a text, as logit. */
export const logitOf = (head: Head, { at, value, wordFeatures }: Features): number => {
  const { bias, weights, hearsLoudness } = head;
  const end = hearsLoudness ? at.length : wordFeatures;
  let sum = bias;
  for (let index = 0; index < end; index += 1) sum += weights[at[index]!]! * value[index]!;
  return sum;
};

/** Lessons without the places that few of them have. */
const withoutRare = (lessons: Lesson[], places: number, fewest: number): Lesson[] => {
  const counts = new Uint32Array(places);
  for (const { features } of lessons) for (const place of features.at) counts[place]! += 1;
  return lessons.map((lesson) => {
    const { at, value, wordFeatures } = lesson.features;
    const frequent = at.flatMap((place, index) => (counts[place]! >= fewest ? [index] : []));
    const features = {
      at: frequent.map((index) => at[index]!),
      value: frequent.map((index) => value[index]!),
      wordFeatures: frequent.filter((index) => index < wordFeatures).length,
    };
    return { ...lesson, features };
  });
};

/** Logistic regression by stochastic gradients (Adagrad), one for each head. The same lessons and seed give the same weights. */
export const train = (
  allLessons: Lesson[],
  { bits, heads, rounds, rate, pull, seed, fewest = 1 }: TrainOptions,
): Head[] => {
  const lessons = fewest > 1 ? withoutRare(allLessons, 1 << bits, fewest) : allLessons;
  const next = chance(seed);
  const all = Array.from({ length: heads }, (_, at): Head & { squares: Float32Array; ofBias: number } => ({
    hearsLoudness: at === HEADS.indexOf('strong'),
    bias: 0,
    weights: new Float32Array(1 << bits),
    squares: new Float32Array(1 << bits).fill(1e-3),
    ofBias: 1,
  }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { features, weight, is } of shuffled(lessons, next)) {
      const { at, value, wordFeatures } = features;
      for (const [index, head] of all.entries()) {
        const truth = is[index];
        if (truth === undefined) continue;
        const likely = 1 / (1 + Math.exp(-logitOf(head, features)));
        const slope = (likely - Number(truth)) * weight;
        const end = head.hearsLoudness ? at.length : wordFeatures;
        for (let one = 0; one < end; one += 1) {
          const place = at[one]!;
          const step = slope * value[one]! + pull * head.weights[place]!;
          head.squares[place]! += step * step;
          head.weights[place]! -= (rate * step) / Math.sqrt(head.squares[place]!);
        }
        head.ofBias += slope * slope;
        head.bias -= (rate * slope) / Math.sqrt(head.ofBias);
      }
    }
  }
  return all.map(({ hearsLoudness, bias, weights }) => ({ hearsLoudness, bias, weights }));
};
