/** What is fitted: signs by name with their values, and whether the writer is unhappy. */
export interface Example {
  signs: Map<string, number>;
  unhappy: boolean;
}

export interface Fitted {
  bias: number;
  weights: Map<string, number>;
}

export interface Options {
  /** Signs that fewer examples have are left out: they would be learned by heart. */
  fewest: number;
  /** How strongly the weight of a sign is drawn to 0. */
  pull: (name: string) => number;
}

interface Row {
  at: number[];
  value: number[];
  unhappy: boolean;
}

const ROUNDS = 8;

const frequent = (examples: Example[], fewest: number): string[] => {
  const counts = new Map<string, number>();
  for (const { signs } of examples) for (const name of signs.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= fewest)
    .map(([name]) => name)
    .sort();
};

const dot = (one: Float64Array, other: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at]! * other[at]!;
  return sum;
};

/** Near enough, and never more steps than that. */
const NEAR = 1e-20;
const MOST_STEPS = 400;

/** Solves `curve x = slope` by conjugate gradients, each place measured by how curved it is itself: few of all signs are in a text. */
const solve = (
  curveAlong: (way: Float64Array) => Float64Array,
  slope: Float64Array,
  curves: Float64Array,
): Float64Array => {
  const direction = new Float64Array(slope.length);
  const rest = slope.slice();
  const scaled = rest.map((value, at) => value / curves[at]!);
  const way = scaled.slice();
  let size = dot(rest, scaled);
  const enough = size * NEAR;
  for (let step = 0; step < MOST_STEPS && size > enough; step += 1) {
    const curved = curveAlong(way);
    const far = size / dot(way, curved);
    for (let at = 0; at < direction.length; at += 1) {
      direction[at]! += far * way[at]!;
      rest[at]! -= far * curved[at]!;
      scaled[at] = rest[at]! / curves[at]!;
    }
    const next = dot(rest, scaled);
    for (let at = 0; at < way.length; at += 1) way[at] = scaled[at]! + (next / size) * way[at]!;
    size = next;
  }
  return direction;
};

const sumOf = ({ at, value }: Row, weights: Float64Array): number =>
  at.reduce((all, place, index) => all + weights[place]! * value[index]!, 0);

/** One step of Newton's method on the penalized likelihood. */
const step = (rows: Row[], weights: Float64Array, pulls: number[]): Float64Array => {
  const slope = weights.map((weight, at) => -pulls[at]! * weight);
  const curves = Float64Array.from(pulls);
  const certain = rows.map((row) => {
    const likely = 1 / (1 + Math.exp(-sumOf(row, weights)));
    const sure = likely * (1 - likely);
    for (const [index, place] of row.at.entries()) {
      slope[place]! += (Number(row.unhappy) - likely) * row.value[index]!;
      curves[place]! += sure * row.value[index]! ** 2;
    }
    return sure;
  });
  const curveAlong = (way: Float64Array): Float64Array => {
    const curved = way.map((value, at) => pulls[at]! * value);
    for (const [number, row] of rows.entries()) {
      const along = certain[number]! * sumOf(row, way);
      for (let index = 0; index < row.at.length; index += 1) curved[row.at[index]!]! += along * row.value[index]!;
    }
    return curved;
  };
  const change = solve(curveAlong, slope, curves);
  return weights.map((weight, at) => weight + change[at]!);
};

/** Logistic regression with an L2 penalty. The same examples give the same weights. */
export const fitWeights = (examples: Example[], { fewest, pull }: Options): Fitted => {
  const names = frequent(examples, fewest);
  const places = new Map(names.map((name, at) => [name, at + 1]));
  const rows = examples.map(({ signs, unhappy }): Row => {
    const features = [...signs].filter(([name]) => places.has(name));
    return {
      at: [0, ...features.map(([name]) => places.get(name)!)],
      value: [1, ...features.map(([, value]) => value)],
      unhappy,
    };
  });
  // The bias is free.
  const pulls = [1e-6, ...names.map(pull)];
  let weights: Float64Array = new Float64Array(names.length + 1);
  for (let round = 0; round < ROUNDS; round += 1) weights = step(rows, weights, pulls);
  return { bias: weights[0]!, weights: new Map(names.map((name, at) => [name, weights[at + 1]!])) };
};
