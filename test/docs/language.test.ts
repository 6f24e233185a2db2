import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../language/catalogue/built-in.ts';
import { FACTS } from '../../language/catalogue/fact.ts';
import { Outcome } from '../../language/catalogue/outcome.ts';
import { holds } from '../../language/expressions/condition.ts';
import { DATE_STYLES } from '../../language/read/copy/liquid-filters.ts';
import { WrittenLocale } from '../../language/read/copy/moment-schema.ts';
import { type JsonSchema, stepKinds } from '../../language/read/docs/json-schema.ts';
import { withTables } from '../../language/read/docs/marked.ts';
import { MEANT } from '../../language/read/events/check-events.ts';
import { ALLOWED } from '../../language/read/expressions/functions.ts';
import { BINARY } from '../../language/read/expressions/operators.ts';
import { readFiles } from '../../language/read/read.ts';
import { PASSAGES } from '../../language/read/scenarios/scenario.ts';
import { jsonSchemas } from '../../language/read/schemas.ts';

const page = readFileSync('docs/language.md', 'utf8');
/** What people wrote: the page without the tables that are made from the schemas. */
const prose = page.replace(/<!-- words: [\s\S]*?<!-- \/words -->/g, '');

interface Property {
  /** The schema that it is in, and each word on the way to it. */
  path: string;
  name: string;
  schema: JsonSchema;
}

const insideOf = (schema: JsonSchema): JsonSchema[] => [
  ...(schema.anyOf ?? []),
  ...(schema.allOf ?? []),
  ...(schema.items ? [schema.items] : []),
  ...(schema.additionalProperties ? [schema.additionalProperties] : []),
  ...(schema.propertyNames ? [schema.propertyNames] : []),
  ...Object.values(schema.definitions ?? {}),
];

const propertiesOf = (schema: JsonSchema, path: string): Property[] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([name, each]) => [
    { path: `${path}.${name}`, name, schema: each },
    ...propertiesOf(each, `${path}.${name}`),
  ]),
  ...insideOf(schema).flatMap((each) => propertiesOf(each, path)),
];

const wordsOf = (schema: JsonSchema): string[] => [
  ...[...(schema.enum ?? []), ...(typeof schema.const === 'string' ? [schema.const] : [])].map(String),
  ...[...Object.values(schema.properties ?? {}), ...insideOf(schema)].flatMap(wordsOf),
];

// What pages say is shown whole by the shipped files, and described in the schema by its English.
const schemas = Object.entries(jsonSchemas()).filter(([file]) => file !== 'pages.json');
const properties = schemas.flatMap(([file, schema]) => propertiesOf(schema, file));

const missing = (words: Iterable<string>, where: string): string[] =>
  [...new Set(words)].filter((word) => !where.includes(`\`${word}\``));

describe('docs/language.md', () => {
  it('has the tables that the schemas make: else run npm run docs', () => {
    expect(withTables(page, jsonSchemas())).toBe(page);
  });

  it('has a table for each kind of file and each kind of step', () => {
    const names = schemas.flatMap(([file, schema]) => [
      file.replace('.json', ''),
      ...[...stepKinds(schema).keys()].map((kind) => `journey/${kind}`),
    ]);
    expect(names.length).toBeGreaterThan(12);
    expect(names.filter((name) => !page.includes(`<!-- words: ${name} -->`))).toEqual([]);
  });

  it('names each kind of file where it begins, and each part of a moment in another language', () => {
    const [beginning = ''] = page.split('\n## ');
    const [stray] = readFiles([{ path: 'stray.md', text: '' }]).problems.filter(({ file }) => file === 'stray.md');
    const [, kinds = ''] = /there is (.+)$/.exec(stray?.message ?? '') ?? [];
    expect(kinds.split(', ').length).toBe(7);
    expect(missing(kinds.split(', '), beginning)).toEqual([]);
    const [languages = ''] = /\n\*\*Other languages\.\*\*[\s\S]*?\n\n/.exec(page) ?? [];
    expect(missing(Object.keys(WrittenLocale.shape), languages)).toEqual([]);
  });

  it('says of each word what it is for', () => {
    expect(properties.length).toBeGreaterThan(120);
    expect(properties.filter(({ schema }) => !schema.description).map(({ path }) => path)).toEqual([]);
    const rows = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, word = '']) => word);
    const described = new Set(rows.map((word) => word.split('.').at(-1)));
    expect(properties.filter(({ name }) => !described.has(name)).map(({ path }) => path)).toEqual([]);
  });

  it('explains each word that may stand as a value', () => {
    const words = schemas.flatMap(([, schema]) => wordsOf(schema));
    expect(words).toContain('promotional');
    expect(missing(words, prose.replaceAll('by: customer', '`customer`'))).toEqual([]);
  });

  it('knows each fact, function and operator of conditions', () => {
    const [, conditions = ''] = /\n## Conditions\n([\s\S]*?)\n## /.exec(prose) ?? [];
    const facts = Object.keys(FACTS).map((fact) => `customer.${fact}`);
    expect(missing(facts, conditions)).toEqual([]);
    const functions = [...ALLOWED.keys()].filter((name) => !new RegExp(`\`\\$${name}(\\(…\\))?\``).test(conditions));
    expect(functions).toEqual([]);
    expect(
      Object.keys(BINARY).filter((each) => !new RegExp(`\`${each.replace(/[*+]/, '\\$&')}[\` ]`).test(conditions)),
    ).toEqual([]);
  });

  it('says truly what comes of facts that are missing', async () => {
    const rows = [...prose.matchAll(/^\| `([^`]+)` \| (true|not true) \|$/gm)];
    expect(rows.length).toBe(5);
    for (const [, condition = '', outcome] of rows)
      expect([condition, (await holds(condition, { event: {}, customer: {} })) ? 'true' : 'not true']).toEqual([
        condition,
        outcome,
      ]);
  });

  it('knows what copy can print', () => {
    expect(missing(DATE_STYLES, prose)).toEqual([]);
  });

  it('knows the events that are built in, with their fields, and the attributes that mean something', () => {
    expect(missing(Object.keys(BUILT_IN), prose)).toEqual([]);
    expect(
      missing(
        Object.values(BUILT_IN).flatMap(({ fields }) => Object.keys(fields)),
        prose,
      ),
    ).toEqual([]);
    expect(missing(Object.keys(MEANT), prose)).toEqual([]);
  });

  it('knows all that a scenario may expect', () => {
    const [, scenarios = ''] = /\n## Scenarios\n([\s\S]*?)\n## /.exec(prose) ?? [];
    expect(missing([...PASSAGES, ...Outcome.options], scenarios)).toEqual([]);
  });
});
