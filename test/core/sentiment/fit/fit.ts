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

/** Solves `matrix x = right` by Gaussian elimination; the matrix is positive definite. Changes both. */
const solve = (matrix: Float64Array[], right: Float64Array): Float64Array => {
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const from = matrix[pivot]!;
    for (let row = pivot + 1; row < size; row += 1) {
      const to = matrix[row]!;
      const share = to[pivot]! / from[pivot]!;
      if (share === 0) continue;
      for (let column = pivot; column < size; column += 1) to[column]! -= share * from[column]!;
      right[row]! -= share * right[pivot]!;
    }
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let column = row + 1; column < size; column += 1) right[row]! -= matrix[row]![column]! * right[column]!;
    right[row]! /= matrix[row]![row]!;
  }
  return right;
};

/** One step of Newton's method on the penalized likelihood. */
const step = (rows: Row[], weights: Float64Array, pulls: number[]): Float64Array => {
  const slope = weights.map((weight, at) => -pulls[at]! * weight);
  const curve = pulls.map((pull, at) => new Float64Array(weights.length).with(at, pull));
  for (const { at, value, unhappy } of rows) {
    const sum = at.reduce((all, place, index) => all + weights[place]! * value[index]!, 0);
    const likely = 1 / (1 + Math.exp(-sum));
    const certain = likely * (1 - likely);
    for (const [one, place] of at.entries()) {
      slope[place]! += (Number(unhappy) - likely) * value[one]!;
      const row = curve[place]!;
      for (const [other, column] of at.entries()) row[column]! += certain * value[one]! * value[other]!;
    }
  }
  const change = solve(curve, slope);
  return weights.map((weight, at) => weight + change[at]!);
};

/** Logistic regression with an L2 penalty. The same examples give the same weights. */
export const fitWeights = (examples: Example[], { fewest, pull }: Options): Fitted => {
  const names = frequent(examples, fewest);
  const places = new Map(names.map((name, at) => [name, at + 1]));
  const rows = examples.map(({ signs, unhappy }): Row => {
    const known = [...signs].filter(([name]) => places.has(name));
    return {
      at: [0, ...known.map(([name]) => places.get(name)!)],
      value: [1, ...known.map(([, value]) => value)],
      unhappy,
    };
  });
  // The bias is free.
  const pulls = [1e-6, ...names.map(pull)];
  let weights: Float64Array = new Float64Array(names.length + 1);
  for (let round = 0; round < ROUNDS; round += 1) weights = step(rows, weights, pulls);
  return { bias: weights[0]!, weights: new Map(names.map((name, at) => [name, weights[at + 1]!])) };
};
