import fc from 'fast-check';
import jsonata from 'jsonata';
import { expect, it } from 'vitest';
import { evaluateOrNull } from '../../../language/expressions/condition.ts';
import { namesOfPath, scalarAt } from '../../../language/expressions/plain-path.ts';

const NAMES = ['a', 'length', '__proto__', '_jsonata_lambda', '0'];

const { names } = fc.letrec<{ names: Record<string, unknown>; any: unknown }>((tie) => ({
  names: fc.dictionary(fc.constantFrom(...NAMES), tie('any'), { minKeys: 3, maxKeys: 5 }),
  any: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom<unknown>(undefined, null, true, true, 0, 0.5, 2 ** 60, Number.NaN, '', 'x', [], [1, 2]),
    fc.array(tie('any'), { maxLength: 3 }),
    tie('names'),
    tie('names'),
  ),
}));

const more = fc.option(fc.constantFrom('[]', '[0]', '#$i', '@$i', '^(a)', '{"k": a}'), { nil: '', freq: 2 });
const step = fc.tuple(fc.constantFrom(...NAMES), more).map(([name, rest]) => `\`${name}\`${rest}`);
const path = fc.array(step, { minLength: 1, maxLength: 3 }).map((steps) => steps.join('.'));

/** What an expression comes to, also where it cannot be worked out. */
const outcomeOf = async (evaluating: () => Promise<unknown>) => {
  try {
    return { value: await evaluating() };
  } catch {
    return 'failed';
  }
};

it('a path is what JSONata finds there', async () => {
  await fc.assert(
    fc.asyncProperty(path, names, async (source, context) => {
      const ours = await outcomeOf(() => evaluateOrNull(source, context));
      expect(ours).toEqual(await outcomeOf(async () => jsonata(source).evaluate(context, {})));
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['plan', ['plan']],
  ['event.plan', ['event', 'plan']],
  ['event.plan[0]', undefined],
  ['event.plan[]', undefined],
  ['$.plan', undefined],
  ['event@$e.plan', undefined],
  ['plan = "solo"', undefined],
])('%s is the path %j', (source, expected) => {
  expect(namesOfPath(jsonata(source).ast())).toEqual(expected);
});

it('a list, an object and null are left to JSONata; what is missing is undefined', () => {
  const context = { list: [1], object: {}, nothing: null, plan: 'solo' };
  expect(['list', 'object', 'nothing', 'plan', 'missing'].map((name) => scalarAt([name], context))).toEqual([
    null,
    null,
    null,
    'solo',
    undefined,
  ]);
});
