import type { Field, Provenance } from '../../catalogue/event.ts';
import {
  FIELD_TYPES,
  type FieldKind,
  type FieldType,
  type ListType,
  type NamedType,
} from '../../catalogue/field-type.ts';
import { isList } from '../../catalogue/list-type.ts';
import { readWrittenTime } from '../../catalogue/written-time.ts';
import { listNames, nearest } from '../yaml/lookup.ts';

interface Range {
  from: number;
  to: number;
}

/** What is known of a value before anything runs. */
export interface Typed {
  /** `any`: another system's, of which nothing is known. */
  kind: FieldKind['kind'] | 'any';
  /** Text that is one of these. */
  words?: readonly string[];
  /** Text of this form. */
  format?: NamedType;
  /** A number that is no less and no more. */
  range?: Range;
  literal?: string | number | boolean;
  items?: readonly Typed[];
  /** Of a list of things: the fields of each. */
  element?: Names;
  /** It is never missing. */
  sure: boolean;
  /** Where the facts in it come from; literals come from nowhere. */
  provenance: readonly Provenance[];
  /** It tells of bereavement, hardship or illness: only care may follow it. */
  sensitive?: true;
}

export type Names = ReadonlyMap<string, Typed>;

export const ofType = (type: FieldType, sure: boolean, provenance: readonly Provenance[]): Typed => {
  if (Array.isArray(type)) return { kind: 'text', words: type, sure, provenance };
  if (isList(type)) return { kind: 'list', element: ofElement(type, provenance), sure, provenance };
  const { kind } = FIELD_TYPES[type];
  return { kind, ...(type === kind ? {} : { format: type }), sure, provenance };
};

const ofElement = ({ list }: ListType, provenance: readonly Provenance[]): Names =>
  new Map(Object.entries(list).map(([name, { type, optional }]) => [name, ofType(type, !optional, provenance)]));

export const ofField = ({ type, optional, provenance, sensitive }: Field): Typed => ({
  ...ofType(type, !optional, [provenance]),
  ...(sensitive && { sensitive }),
});

export const ofLiteral = (literal: string | number | boolean): Typed => {
  const kind = typeof literal === 'string' ? 'text' : typeof literal === 'number' ? 'number' : 'boolean';
  return { kind, literal, sure: true, provenance: [] };
};

export const joined = (...values: readonly Typed[]): Pick<Typed, 'sure' | 'provenance' | 'sensitive'> => ({
  sure: values.every(({ sure }) => sure),
  provenance: [...new Set(values.flatMap(({ provenance }) => provenance))],
  ...(values.some(({ sensitive }) => sensitive) && { sensitive: true }),
});

/** The form that all of these have, if it is one. */
export const sharedFormat = (...values: readonly Typed[]): Pick<Typed, 'format'> => {
  const [first] = values;
  return first?.format && values.every(({ format }) => format === first.format) ? { format: first.format } : {};
};

/** From the lowest to the highest of all of these, if each has such. */
export const sharedRange = (...values: readonly Typed[]): Pick<Typed, 'range'> => {
  const ranges = values.flatMap(({ range }) => range ?? []);
  if (ranges.length === 0 || ranges.length < values.length) return {};
  return {
    range: { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) },
  };
};

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A day that there is, 30 February is none, with a time or without. */
export const isDate = (text: string): boolean => DATE.test(text) && readWrittenTime(text) !== undefined;

export const describe = ({ kind, words, literal, element }: Typed): string => {
  if (literal !== undefined) return typeof literal === 'string' ? `the text "${literal}"` : `${literal}`;
  if (words) return `text (${listNames(words, 'or')})`;
  if (kind === 'any') return 'whatever their system sends';
  if (element) return `a list, each with ${listNames([...element.keys()])}`;
  return kind === 'text' ? 'text' : kind === 'boolean' ? 'true or false' : `a ${kind}`;
};

const isDateLiteral = ({ literal }: Typed): boolean => typeof literal === 'string' && isDate(literal);

/** Why two values can never be equal or ordered, if so. */
export const whyIncomparable = (a: Typed, b: Typed): string | undefined => {
  if (a.kind === 'any' || b.kind === 'any') return undefined;
  const dated = (a.kind === 'date' && isDateLiteral(b)) || (b.kind === 'date' && isDateLiteral(a));
  if (a.kind !== b.kind && !dated)
    return `${describe(a)} is compared with ${describe(b)}${instead(a, b) ?? instead(b, a) ?? ''}`;
  return strangeWord(a, b) ?? strangeWord(b, a);
};

/** How something is looked for in a list: of a list of things, in one of their fields. */
export const lookedFor = (
  { element }: Pick<Typed, 'element'> = {},
  { literal = 'Coat' }: Pick<Typed, 'literal'> = {},
): string => {
  const fieldFor = (value: string | number | boolean): string | undefined => {
    const kind = { string: 'text', number: 'number', boolean: 'boolean' }[
      typeof value as 'string' | 'number' | 'boolean'
    ];
    return [...(element ?? [])].find(([, typed]) => typed.kind === kind)?.[0];
  };
  const field = fieldFor(literal);
  const example =
    field === undefined
      ? `"Coat" in event.items.${fieldFor('Coat') ?? 'name'}`
      : `${JSON.stringify(literal)} in event.items.${field}`;
  return `\`in\` looks into a list, such as \`${example}\``;
};

/** What to write instead of a literal, where that can be told. */
const instead = (value: Typed, other: Typed): string | undefined => {
  const { kind } = value;
  const { literal } = other;
  if (kind === 'list') return `: ${lookedFor(value, other)}`;
  if (literal === '') return ': write $exists(…) to ask whether it is there';
  if (kind === 'date' && typeof literal !== 'boolean' && literal !== undefined)
    return ': write a day such as "2026-03-31", or a time in UTC such as "2026-03-31T09:00:00.000Z"';
  if (kind === 'text' && literal !== undefined && typeof literal !== 'string')
    return `: text stands in quotes, "${literal}"`;
  if (kind === 'boolean' && (literal === 'true' || literal === 'false'))
    return `: \`${literal}\` stands without quotes`;
  const isNumber = typeof literal === 'string' && literal.trim() !== '' && Number.isFinite(Number(literal));
  return kind === 'number' && isNumber ? `: a number stands without quotes, ${literal}` : undefined;
};

const strangeWord = ({ words }: Typed, { literal }: Typed): string | undefined => {
  if (!words || typeof literal !== 'string' || words.includes(literal)) return undefined;
  const near = nearest(literal, words);
  return `"${literal}" is never the value: it is ${listNames(words, 'or')}${near ? `; did you mean \`${near}\`?` : ''}`;
};

/** Why a literal or typed value cannot stand where `expected` is declared, if so. */
export const whyNot = (value: Typed, expected: Typed): string | undefined => {
  const dated = expected.kind === 'date' && isDateLiteral(value);
  if (value.kind !== expected.kind && !dated) return `expected ${describe(expected)}, found ${describe(value)}`;
  return strangeWord(expected, value);
};
