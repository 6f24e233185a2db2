import { isSteps, type JsonSchema } from './json-schema.ts';
import { takes } from './takes.ts';

/** A word of a file. */
export interface Word {
  /** `enter.on`; `*` stands for a name that is chosen freely. */
  word: string;
  needed: boolean;
  takes: string;
  says: string;
}

const describedAlike = (schemas: readonly JsonSchema[]): boolean => {
  const texts = schemas.map(({ description: _, ...schema }) => JSON.stringify(schema));
  return texts.length > 1 && new Set(texts).size === 1;
};

/** Of several objects that may stand in one place, only what each of them needs is needed. */
const eitherOf = (schemas: readonly JsonSchema[], prefix: string): Word[] => {
  const objects = schemas.filter(({ properties }) => properties);
  const always = ({ word }: Word): boolean =>
    objects.every(({ required = [] }) => required.some((name) => word.startsWith(`${prefix}${name}`)));
  return schemas
    .flatMap((each) => wordsInside(each, prefix))
    .map((each) => (objects.length > 1 ? { ...each, needed: each.needed && always(each) } : each));
};

/** Words of the objects that a value may be or hold. Steps have tables of their own. */
const wordsInside = (schema: JsonSchema, prefix: string): Word[] => {
  if (isSteps(schema)) return [];
  const { additionalProperties: values, items, anyOf = [] } = schema;
  return [
    ...wordsOf(schema, prefix),
    ...(values ? wordsInside(values, `${prefix}*.`) : []),
    ...(items ? wordsInside(items, prefix) : []),
    ...eitherOf(anyOf, prefix),
  ];
};

const wordsOf = ({ properties = {}, required = [] }: JsonSchema, prefix: string): Word[] => {
  const all = Object.entries(properties);
  const own = ([name, schema]: [string, JsonSchema]): Word => ({
    word: `${prefix}${name}`,
    needed: required.includes(name),
    takes: takes(schema),
    says: schema.description ?? '',
  });
  const [first] = all;
  if (first && describedAlike(all.map(([, schema]) => schema)))
    return [...all.map(own), ...wordsInside(first[1], `${prefix}*.`)];
  return all.flatMap(([name, schema]) => [own([name, schema]), ...wordsInside(schema, `${prefix}${name}.`)]);
};

const firstOfEach = (words: readonly Word[]): Word[] =>
  [...new Map(words.toReversed().map((each) => [each.word, each]))].map(([, each]) => each).toReversed();

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** Every word that a schema knows; of a file of named things, the words of one of them. */
export const wordsIn = (schema: JsonSchema): Word[] =>
  firstOfEach(wordsInside(schema.additionalProperties || schema, ''));

/** A Markdown table of them. */
export const wordTable = (schema: JsonSchema): string => {
  const rows = wordsIn(schema).map(
    ({ word, needed, takes, says }) => `| \`${word}\` | ${needed ? 'yes' : ''} | ${cell(takes)} | ${cell(says)} |`,
  );
  return ['| word | needed | takes | what it says |', '|---|---|---|---|', ...rows].join('\n');
};
