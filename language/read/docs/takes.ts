import { isSteps, type JsonSchema } from './json-schema.ts';

const PLAIN: Record<string, string> = { string: 'text', number: 'number', boolean: '`true` or `false`' };

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

const listTexts = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;

const code = (value: unknown): string => `\`${String(value)}\``;

/** What stands behind a word, in a few words of our own. */
export const takes = (schema: JsonSchema): string => {
  if (isSteps(schema)) return 'steps';
  if (schema.title !== undefined) return schema.title;
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum) return listTexts(schema.enum.map(code));
  if (schema.anyOf) return listTexts(unique(schema.anyOf.map(takes)));
  if (schema.items) return `list of ${takes(schema.items)}`;
  if (schema.properties) return '`{ … }`';
  if (schema.additionalProperties) return `${named(schema.propertyNames)}: ${takes(schema.additionalProperties)}`;
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  return listTexts(types.map((type) => PLAIN[type] ?? type));
};

const named = (names: JsonSchema | undefined): string => {
  if (names?.enum) return listTexts(names.enum.map(code));
  return names?.title ?? 'a word';
};
