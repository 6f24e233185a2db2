import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXIT_FIELDS, JOURNEY_FIELDS } from '../../../console/features/drafts/journey-fields.ts';
import { stepFields, WAYS } from '../../../console/features/drafts/step-fields.ts';
import { COPY_WORDS, LOCALE_SETTINGS, SETTINGS } from '../../../console/features/moments/settings-fields.ts';
import { sectionsOf } from '../../../console/features/policy/fields.ts';
import type { Field } from '../../../console/shared/form/field.ts';
import type { StepName } from '../../../language/catalogue/definition.ts';
import { plainValue } from '../../../language/edit/layout.ts';
import { stepKinds } from '../../../language/read/docs/json-schema.ts';
import { type Word, wordsIn } from '../../../language/read/docs/words.ts';
import { jsonSchemas } from '../../../language/read/schemas.ts';

const schema = (name: string) => {
  const schema = jsonSchemas()[`${name}.json`];
  if (!schema) throw new Error(`There is no schema ${name}.json.`);
  return schema;
};

/** What a field of these kinds shows goes as deep as what is written. */
const WHOLE: readonly Field['kind'][] = ['values', 'shown', 'choice'];

/** Whether a path is that of a word, as far as both go; `*` stands for any name. */
const meet = (path: Field['path'], word: string): boolean =>
  word.split('.').every((name, place) => place >= path.length || name === '*' || name === path[place]);

const isWord = (path: Field['path'], word: string): boolean =>
  path.length === word.split('.').length && meet(path, word);

const asksFor = (fields: readonly Field[], word: string): boolean =>
  fields.some(({ path, kind }) => meet(path, word) && (path.length >= word.split('.').length || WHOLE.includes(kind)));

const wordsWithoutField = (
  words: readonly Word[],
  fields: readonly Field[],
  besides: readonly string[] = [],
): string[] => words.map(({ word }) => word).filter((word) => !besides.includes(word) && !asksFor(fields, word));

/** Emptied, a word that is needed comes back, or takes what holds it along. */
const unkept = (words: readonly Word[], fields: readonly Field[]): string[] =>
  fields.flatMap(({ path, kind, isNeeded, leads }) => {
    const word = words.find((each) => isWord(path, each.word));
    const isKept = isNeeded === true || leads === true || ['shown', 'steps'].includes(kind);
    return word?.needed && !isKept ? [path.join('.')] : [];
  });

const policyFields = sectionsOf(plainValue(readFileSync('workflows/policy.yaml', 'utf8'))).flatMap(
  ({ fields }) => fields,
);

/** A wait is one kind in the schema, and drawn as two. */
const fieldsOfKind = (kind: string): readonly Field[] =>
  kind === 'wait' ? [...stepFields('wait'), ...stepFields('wait-until')] : stepFields(kind as StepName);

const journey = wordsIn(schema('journey'));
const journeyFields = [...JOURNEY_FIELDS, ...EXIT_FIELDS.map((field) => ({ ...field, path: ['exit', ...field.path] }))];

describe('every word of the language has a field, or is shown as it is written', () => {
  it.each([...stepKinds(schema('journey'))])('of the step %s', (kind, step) => {
    const words = wordsIn(step);
    expect(words.length).toBeGreaterThan(0);
    expect(wordsWithoutField(words, fieldsOfKind(kind), WAYS[kind as StepName])).toEqual([]);
    expect(unkept(words, fieldsOfKind(kind))).toEqual([]);
  });

  it('of a journey', () => {
    expect(wordsWithoutField(journey, journeyFields)).toEqual([]);
    expect(unkept(journey, journeyFields)).toEqual([]);
  });

  it('of a moment', () => {
    const words = wordsIn(schema('moment'));
    expect(wordsWithoutField(words, SETTINGS, COPY_WORDS)).toEqual([]);
    expect(unkept(words, SETTINGS)).toEqual([]);
    expect(LOCALE_SETTINGS.map(({ path }) => path.join('.'))).toEqual(['question', 'ends', 'words']);
  });

  it('of the policy', () => {
    const words = wordsIn(schema('policy'));
    expect(wordsWithoutField(words, policyFields)).toEqual([]);
    expect(unkept(words, policyFields)).toEqual([]);
  });

  it('and no field asks for a word that there is not', () => {
    const fieldsWithoutWord = (words: readonly Word[], fields: readonly Field[]) =>
      fields.filter(({ path }) => !words.some(({ word }) => isWord(path, word))).map(({ path }) => path.join('.'));
    for (const [kind, step] of stepKinds(schema('journey')))
      expect([kind, fieldsWithoutWord(wordsIn(step), fieldsOfKind(kind))]).toEqual([kind, []]);
    expect(fieldsWithoutWord(journey, journeyFields)).toEqual([]);
    expect(fieldsWithoutWord(wordsIn(schema('moment')), SETTINGS)).toEqual([]);
    expect(
      fieldsWithoutWord(wordsIn(schema('policy')), policyFields).filter((at) => !at.startsWith('topics.')),
    ).toEqual([]);
  });
});
