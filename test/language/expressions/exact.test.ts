import fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';
import { ExpressionFailed, evaluate } from '../../../language/expressions/condition.ts';

const BIG = 5_890_840_712_243_076;

describe('numbers in texts', () => {
  it.each(['$string(id)', 'id & ""', '"" & id', 'id ~> $string', '$map(id, $string)', 'id.$string()'])(
    '%s is the id digit for digit',
    async (source) => {
      expect(await evaluate(source, { id: BIG })).toBe(String(BIG));
    },
  );

  it.each(['$string(id)', '"c-" & id', '$string({"a": [id]})'])(
    '%s fails where digits were lost before',
    async (source) => {
      const id = JSON.parse('9007199254740993');
      await expect(evaluate(source, { id })).rejects.toThrow(/send it as text/);
      await expect(evaluate(source, { id })).rejects.toThrow(ExpressionFailed);
    },
  );

  it('are written as JSONata writes them where it keeps all digits, and all else is written as ever', async () => {
    const sources = [
      '$string(a)',
      'a & b',
      '$string(a, true)',
      '$string([a, b])',
      '$string({"k": a})',
      'b & $sum & a',
      '($string(missing)) & "x"',
      'a.(b & missing)',
    ];
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }).filter((value) => !/\d{16}|e[+-]/i.test(JSON.stringify(value))),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer(),
    );
    const outcome = async (work: Promise<unknown>) => work.catch(() => 'failed');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sources), values, values, async (source, a, b) => {
        const ours = await outcome(evaluate(source, { a, b }));
        expect(ours ?? null).toEqual((await outcome(jsonata(source).evaluate({ a, b }))) ?? null);
      }),
    );
  });
});

it('an expression that fails says which it was, what it met and why', async () => {
  await expect(evaluate('$number(total)', { total: '12,50' })).rejects.toThrow(
    '$number(total) cannot be worked out: Unable to cast value to a number: "12,50"',
  );
});
