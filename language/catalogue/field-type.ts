import * as z from 'zod';
import { isCurrency, readCurrency } from './currency-field.ts';
import type { CustomerLocation } from './customer-location.ts';
import { exampleDate, needsZone, readDate } from './date-field.ts';
import { readEmail } from './email-field.ts';
import { EpochUnit, expectedEpoch, readEpoch } from './epoch-field.ts';
import { isList } from './list-type.ts';
import { needsCountry, readPhone } from './phone-field.ts';
import { PLAUSIBLE } from './plausible-date.ts';
import { readBoolean, readNumber, readText, readWord } from './scalar-field.ts';
import { isZone } from './zone.ts';

type Value = string | number | boolean;
/** A value of a list. */
type Elements = Record<string, Value>[];

/** All there is to know of a type of fields: how an event brings a value, what conditions take it for, an example. */
export interface FieldKind {
  /** What a value should be, as an error says it: `a date`. */
  expected: string;
  /** What conditions take it for: text of a form of its own is text. */
  kind: 'text' | 'number' | 'boolean' | 'date' | 'list';
  /** A value as it is kept. Blanks around a text are not looked at, but in `text` itself. */
  schema: z.ZodType<Value | Elements>;
  /** A value as systems write it, as it is kept; undefined where it is none. Without it the schema alone says so. */
  read?: (value: unknown, place: CustomerLocation) => Promise<Value | undefined> | Value | undefined;
  /** Whether reading a value needs to know where the customer is. */
  needsPlace?: (value: unknown) => boolean;
  /** Whether values differ by what the field is called: then a project's scenarios have better examples. */
  varies: boolean;
  /** A value for a preview; dates are near `now`, in milliseconds. */
  example: (name: string, now: number) => Value | Elements;
}

/** An id reads as one, another text as what it is called: `orderId` is `order-1`, `what` is `what`. */
const exampleText = (name: string): string => {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.endsWith(' id') ? `${words.slice(0, -3).replaceAll(' ', '-')}-1` : words;
};

/** Every type that events.yaml may give a field, besides a list of allowed words. */
export const FIELD_TYPES = {
  text: { expected: 'a text', kind: 'text', schema: z.string(), read: readText, varies: true, example: exampleText },
  number: {
    expected: 'a number such as 1234.5',
    kind: 'number',
    schema: z.number(),
    read: readNumber,
    varies: true,
    example: () => 3,
  },
  boolean: {
    expected: 'true or false',
    kind: 'boolean',
    schema: z.boolean(),
    read: readBoolean,
    varies: false,
    example: () => true,
  },
  date: {
    expected: `a date ${PLAUSIBLE} such as 2026-03-02`,
    kind: 'date',
    schema: z.string(),
    read: readDate,
    needsPlace: needsZone,
    varies: false,
    example: exampleDate,
  },
  email: {
    expected: 'an email such as ada@example.com',
    kind: 'text',
    schema: z.string().refine((text) => readEmail(text) === text),
    read: readEmail,
    varies: false,
    example: () => 'ada@example.com',
  },
  phone: {
    expected: 'a phone with its country, such as +442079460000',
    kind: 'text',
    schema: z.string().regex(/^\+[1-9]\d{5,14}$/),
    read: readPhone,
    needsPlace: needsCountry,
    varies: false,
    example: () => '+442079460000',
  },
  zone: {
    expected: 'a zone such as Europe/London',
    kind: 'text',
    schema: z.string().refine(isZone),
    varies: false,
    example: () => 'Europe/London',
  },
  currency: {
    expected: 'a currency such as EUR',
    kind: 'text',
    schema: z.string().refine(isCurrency),
    read: readCurrency,
    varies: true,
    example: () => 'EUR',
  },
  url: {
    expected: 'a url such as https://example.com',
    kind: 'text',
    schema: z.url({ protocol: /^https?$/ }).max(2048),
    varies: false,
    example: () => 'https://example.com',
  },
} as const satisfies Record<string, FieldKind>;

type Name = keyof typeof FIELD_TYPES;

/** A type by its name. */
export const NamedType = z.enum(Object.keys(FIELD_TYPES) as [Name, ...Name[]]);
export type NamedType = z.infer<typeof NamedType>;

/** A type by its name, or a list of allowed words. */
export const ScalarType = z.union([NamedType, z.array(z.string()).min(1)]);
export type ScalarType = z.infer<typeof ScalarType>;

/** The fields of each element of a list. */
export const ListType = z.strictObject({
  list: z.record(z.string(), z.strictObject({ type: ScalarType, optional: z.boolean(), from: EpochUnit.optional() })),
});
export type ListType = z.infer<typeof ListType>;

export const FieldType = z.union([ScalarType, ListType]);
export type FieldType = z.infer<typeof FieldType>;

const oneOf = (words: string[]): FieldKind => ({
  expected: `one of ${words.join(', ')}`,
  kind: 'text',
  schema: z.enum(words as [string, ...string[]]),
  read: (value) => readWord(value, words),
  varies: true,
  example: () => words[0] ?? '',
});

/** A date that may come as a number. */
const epochDate = (unit: EpochUnit): FieldKind => ({
  ...FIELD_TYPES.date,
  expected: `${expectedEpoch(unit)} of a date ${PLAUSIBLE}`,
  read: readEpoch(unit),
});

/** Intake reads each element by itself, and each of its fields as its type says. */
const listOf = ({ list }: ListType): FieldKind => ({
  expected: `a list, each with ${Object.entries(list)
    .map(([name, { type, from }]) => `${name} (${fieldKind(type, from).expected})`)
    .join(', ')}`,
  kind: 'list',
  schema: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  varies: true,
  example: (_, now) => [1, 2].map(() => mapValues(list, ({ type }, name) => scalarExample(type, name, now))),
});

const scalarExample = (type: ScalarType, name: string, now: number): Value =>
  Array.isArray(type) ? (type[0] ?? '') : FIELD_TYPES[type].example(name, now);

const mapValues = <From, To>(
  record: Record<string, From>,
  map: (value: From, name: string) => To,
): Record<string, To> => Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));

export const fieldKind = (type: FieldType, from?: EpochUnit): FieldKind => {
  if (Array.isArray(type)) return oneOf(type);
  if (isList(type)) return listOf(type);
  return type === 'date' && from ? epochDate(from) : FIELD_TYPES[type];
};
