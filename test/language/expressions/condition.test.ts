import { expect, it } from 'vitest';
import { evaluate } from '../../../language/expressions/condition.ts';

it.each(['list.{"of": $$.id}', '$count(list) > 0 ? $$.id', '($first := id; $$.id)'])(
  'side by side each expression reads its own names: %s',
  async (source) => {
    const one = (id: string) => evaluate(source, { id, list: [1] });
    const alone = [await one('a'), await one('b')];
    expect(await Promise.all([one('a'), one('b')])).toEqual(alone);
  },
);
