import type { JsonSchema } from '../../../language/read/docs/json-schema.ts';

export interface Suggestion {
  label: string;
  /** What it says, for who has not read the manual. */
  info?: string;
  /** What is written, where that is more than the word. */
  apply?: string;
}

export interface Suggestions {
  /** Where the word that is being typed begins. */
  from: number;
  options: Suggestion[];
  isKey: boolean;
}

/** The lists a line begins (`- `), how far in what stands behind them is, and its key. */
interface Line {
  indent: number;
  dashes: number[];
  key: string | undefined;
}

const read = (line: string): Line | undefined => {
  const [lead = ''] = /^(?: *(?:- +)*)/.exec(line) ?? [];
  const rest = line.slice(lead.length);
  if (rest.trim() === '' && !lead.includes('-')) return undefined;
  if (rest.startsWith('#')) return undefined;
  const dashes = [...lead.matchAll(/-/g)].map(({ index }) => index);
  return { indent: lead.length, dashes, key: /^([\w.-]+):(?:\s|$)/.exec(rest)?.[1] };
};

type Step = string | number;

interface Position {
  path: Step[];
  /** What is written beside it already. */
  beside: string[];
}

/** Keys of the map that begins at a column, in the lines that follow. */
const keysBelow = (lines: readonly string[], column: number): string[] => {
  const keys: string[] = [];
  for (const text of lines) {
    const line = read(text);
    if (!line) continue;
    if (line.indent < column || line.dashes.some((dash) => dash < column)) break;
    if (line.indent === column && line.dashes.length === 0 && line.key !== undefined) keys.push(line.key);
  }
  return keys;
};

/** Above whose keys, and in whose lists, the last of these lines stands; by indentation, as one reads it. */
const positionOf = (lines: readonly string[], below: readonly string[]): Position => {
  const last = lines.at(-1) ?? '';
  const own = read(last) ?? { indent: last.length, dashes: [], key: undefined };
  const path: Step[] = [];
  const beside = keysBelow(below, own.indent);
  let column = own.indent;
  let isList = false;
  let isOwn = true;
  const leaveItems = (dashes: readonly number[]) => {
    for (const dash of dashes.toReversed()) {
      path.unshift(0);
      column = dash;
      isList = true;
      isOwn = false;
    }
  };
  leaveItems(own.dashes);
  for (const text of lines.slice(0, -1).toReversed()) {
    const line = read(text);
    if (!line) continue;
    const isParent = line.indent < column || (isList && line.indent === column && line.dashes.length === 0);
    if (isParent && line.key !== undefined) {
      path.unshift(line.key);
      column = line.indent;
      isList = false;
      isOwn = false;
      leaveItems(line.dashes);
    } else if (!isList && line.indent === column) {
      if (isOwn && line.key !== undefined) beside.push(line.key);
      leaveItems(line.dashes);
    }
  }
  return { path, beside };
};

/** Whatever a value may be: choices side by side, references followed. */
const choices = (schema: JsonSchema, root: JsonSchema): JsonSchema[] => {
  const name = schema.$ref?.replace('#/definitions/', '');
  if (name !== undefined) return root.definitions?.[name] ? choices(root.definitions[name], root) : [];
  return [schema, ...[...(schema.anyOf ?? []), ...(schema.allOf ?? [])].flatMap((each) => choices(each, root))];
};

/** Of several objects the ones that may have all these keys; all of them where none may. */
const fitting = (schemas: readonly JsonSchema[], keys: readonly string[]): readonly JsonSchema[] => {
  const whole = schemas.filter(({ properties = {} }) => keys.every((key) => Object.hasOwn(properties, key)));
  return whole.length > 0 ? whole : schemas;
};

const inside = (schemas: readonly JsonSchema[], step: Step, root: JsonSchema): JsonSchema[] =>
  schemas
    .flatMap(({ items, properties = {}, additionalProperties }) => {
      if (typeof step === 'number') return items ? [items] : [];
      const own = Object.hasOwn(properties, step) ? properties[step] : additionalProperties || undefined;
      return own ? [own] : [];
    })
    .flatMap((each) => choices(each, root));

const schemasAt = (root: JsonSchema, path: readonly Step[]): JsonSchema[] =>
  path.reduce((at, step) => inside(at, step, root), choices(root, root));

const KEY = /^ *(?:- +)*([\w.-]*)$/;
const VALUE = /^ *(?:- +)*([\w.-]+): +([\w.-]*)$/;

/** What may be meant at a place of a YAML text, by the schema of its file. */
export const suggest = (root: JsonSchema, text: string, at: number): Suggestions | undefined => {
  const lines = text.split('\n');
  const index = text.slice(0, at).split('\n').length - 1;
  const typed = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const [, word] = KEY.exec(typed) ?? [];
  const { path, beside } = positionOf([...lines.slice(0, index), typed], lines.slice(index + 1));
  if (word !== undefined) {
    const maps = fitting(
      schemasAt(root, path).filter(({ properties }) => properties),
      beside,
    );
    const schemas = new Map(maps.flatMap(({ properties = {} }) => Object.entries(properties)));
    const options = [...schemas]
      .filter(([name]) => !beside.includes(name))
      .map(([label, { description }]) => ({
        label,
        apply: `${label}: `,
        ...(description !== undefined && { info: description }),
      }));
    return options.length === 0 ? undefined : { from: at - word.length, options, isKey: true };
  }
  const [, key = '', value] = VALUE.exec(typed) ?? [];
  if (value === undefined) return undefined;
  const values = schemasAt(root, [...path, key]).flatMap((schema) => [
    ...(schema.enum ?? []),
    ...(schema.const === undefined ? [] : [schema.const]),
    ...(schema.type === 'boolean' ? [true, false] : []),
  ]);
  const options = [...new Set(values.map(String))].map((label) => ({ label }));
  return { from: at - value.length, options, isKey: false };
};
