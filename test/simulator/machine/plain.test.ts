import { inspect, isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';
import { compilePlain } from '../../../simulator/machine/plain.ts';
import { UNSURE } from '../../../simulator/machine/plain-values.ts';
import { runs } from '../../support/depth.ts';

const NAMES = ['a', 'b', 'input', 'x y', 'constructor', 'length', '__proto__', '_jsonata_lambda', 'sequence'];

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom<unknown>(undefined, null, true, false, 0, -1, 7, 7, 0.5, Number.NaN, Infinity, '', 'x', 'x', '7'),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('any'), { maxKeys: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('any'), { maxKeys: 4 }),
  ),
})).any;

const name = fc.constantFrom(...NAMES).map((text) => `\`${text}\``);
const literal = fc.constantFrom('0', '7', '-1', '0.5', '""', '"x"', '"7"', 'true', 'false', 'null');

/** Expressions of every form that is plain, and of some that are nearly so. */
const { expression } = fc.letrec<{ expression: string; path: string; step: string }>((tie) => ({
  step: fc.oneof(
    { maxDepth: 2 },
    name,
    name,
    tie('expression').map((inner) => `(${inner})`),
    name.map((one) => `${one}[0]`),
    tie('expression').map((inner) => `{"k": ${inner}}`),
  ),
  path: fc
    .tuple(fc.constantFrom('$states', '$states.input', '$', '`a`', '`b`'), fc.array(tie('step'), { maxLength: 3 }))
    .map(([first, rest]) => [first, ...rest].join('.')),
  expression: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    tie('path'),
    literal,
    tie('path'),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('=', '!=', '<', '<=', '>', '>=', 'and', 'or', '+', '-', '&', 'in'),
        tie('expression'),
      )
      .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
    fc
      .tuple(fc.constantFrom('exists', 'not', 'toMillis', 'fromMillis', 'boolean'), tie('expression'))
      .map(([called, of]) => `$${called}(${of})`),
    fc
      .tuple(tie('expression'), tie('expression'), tie('expression'))
      .map(([is, one, other]) => `(${is}) ? (${one}) : (${other})`),
    fc.array(tie('expression'), { maxLength: 3 }).map((parts) => `$merge([${parts.join(', ')}])`),
    fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => `{"k": ${one}, "l": ${other}}`),
    fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => `(${one}; ${other})`),
  ),
}));

/** What JSONata says: a value, or that it fails. */
const slowly = async (source: string, context: unknown, states: unknown): Promise<unknown> =>
  jsonata(source)
    .evaluate(context, { states })
    .catch(() => UNSURE);

describe('a plain expression', () => {
  it('is what JSONata says of it, or leaves it to JSONata', async () => {
    let plainly = 0;
    await fc.assert(
      fc.asyncProperty(expression, value, value, async (source, context, states) => {
        const plain = compilePlain(jsonata(source).ast());
        const answer = plain ? plain(context, states) : UNSURE;
        if (answer === UNSURE) return;
        plainly++;
        const slow = await slowly(source, context, states);
        expect(isDeepStrictEqual(answer, slow), `${inspect(answer)}, not ${inspect(slow)}`).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
    expect(plainly).toBeGreaterThan(runs(140));
  });

  it('takes every pair of scalars as JSONata does', async () => {
    const times = ['2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00.000', '2026-03-02', 8.64e15, 8.64e15 + 1, 1e308];
    const scalars = [undefined, '', 'x', '7', 0, 7, -1, 0.5, true, false, null, {}, ...times];
    const forms = ['=', '!=', '<', '<=', '>', '>=', '+', '-', 'and', 'or'].map((operator) => `a ${operator} b`);
    for (const source of [...forms, '$exists(a)', '$not(a)', '$toMillis(a)', '$fromMillis(a)', 'a ? 1 : b', 'a']) {
      const plain = compilePlain(jsonata(source).ast());
      for (const a of scalars) {
        for (const b of scalars) {
          const answer = plain?.({ a, b }, undefined);
          if (answer !== UNSURE)
            expect([source, a, b, answer]).toEqual([source, a, b, await slowly(source, { a, b }, 0)]);
        }
      }
    }
  });

  it.each([
    'customer.tenureDays > 730 and (customer.nps <= 6 or customer.silentDays > 90)',
    '$not(customer.plan = "internal")',
    '$not($exists(customer.nps))',
    '((customer.mood != "negative") = true)',
    '$states.input.((heard.score <= 2) = true)',
    '$states.input.arms."reminder-timing" = "early"',
    '$merge([$states.input, {"parks": 0}, $states.result.Payload])',
    '$exists(event.at) ? event.at : $states.context.State.EnteredTime',
    '$states.input.($fromMillis($toMillis(event.renewsAt) - 1814400000))',
  ])('knows %s', (source) => {
    expect(compilePlain(jsonata(source).ast())).toBeDefined();
  });

  it.each(['$now()', 'event.plan[0]', 'a.*', '$x', '($x := 1; $x)', '$merge(a)', '{"a": 1, "a": 2}', '$not()'])(
    'leaves %s to JSONata',
    (source) => expect(compilePlain(jsonata(source).ast())).toBeUndefined(),
  );

  it('leaves arrays, null and names that objects inherit to JSONata', () => {
    const plain = compilePlain(jsonata('event.plan').ast());
    const answers = [{ event: [{ plan: 'team' }] }, { event: { plan: null } }, { event: { plan: [] } }].map((context) =>
      plain?.(context, undefined),
    );
    expect(answers).toEqual([UNSURE, UNSURE, UNSURE]);
    expect(compilePlain(jsonata('event.constructor').ast())?.({ event: {} }, undefined)).toBe(UNSURE);
  });
});
