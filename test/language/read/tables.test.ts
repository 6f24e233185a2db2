import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../language/read/docs/json-schema.ts';
import { UnknownTable, withTables } from '../../../language/read/docs/marked.ts';
import { wordTable } from '../../../language/read/docs/words.ts';

const page = (name: string) => `Before.\n<!-- words: ${name} -->\nold\n<!-- /words -->\nAfter.\n`;

const choice: JsonSchema = {
  properties: {
    on: { title: 'event type', description: 'The event.' },
    answer: {
      anyOf: [{ properties: { a: { type: 'string' } }, required: ['a'] }, { properties: { b: { type: 'number' } } }],
    },
  },
  required: ['on'],
};

describe('tables of words', () => {
  it('take the place of what stands between the marks, and of nothing else', () => {
    const text = withTables(page('journey'), { 'journey.json': choice });
    expect(text).toMatch(/^Before\.\n<!-- words: journey -->\n\| word [\s\S]* \|\n<!-- \/words -->\nAfter\.\n$/);
    expect(withTables(text, { 'journey.json': choice })).toBe(text);
  });

  it('refuse a name that no schema has', () => {
    expect(() => withTables(page('jurney'), { 'journey.json': choice })).toThrow(UnknownTable);
  });

  it('name what is needed: of several forms only what each of them needs', () => {
    expect(wordTable(choice).split('\n').slice(2)).toEqual([
      '| `on` | yes | event type | The event. |',
      '| `answer` |  | `{ … }` |  |',
      '| `answer.a` |  | text |  |',
      '| `answer.b` |  | number |  |',
    ]);
  });
});
