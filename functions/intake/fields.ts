import * as z from 'zod';
import type { EventType, Field } from '../../language/catalogue/event.ts';
import { remember } from '../shared/remember.ts';

const isZone = remember((name = '') => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
});

const zone = z.string().refine((name) => isZone(name));

const BARE = /^\d{4}-\d{2}-\d{2}$/;

/** A date or a time as UTC; a bare date is midnight in `zoneName`; a time without an offset is in that zone too. */
const toInstant = async (text: string, zoneName: string): Promise<string | undefined> => {
  // Few events have a date.
  const { Temporal } = await import('temporal-polyfill');
  try {
    if (BARE.test(text)) {
      return instant(Temporal.PlainDate.from(text).toZonedDateTime({ timeZone: zoneName }).epochMilliseconds);
    }
    if (/(Z|[+-]\d{2}:?\d{2})$/i.test(text)) return instant(Temporal.Instant.from(text).epochMilliseconds);
    return instant(Temporal.PlainDateTime.from(text).toZonedDateTime(zoneName).epochMilliseconds);
  } catch {
    return undefined;
  }
};

const instant = (at: number): string => new Date(at).toISOString();

const schemaOf = (type: Field['type']): z.ZodType => {
  if (Array.isArray(type)) return z.enum(type as [string, ...string[]]);
  switch (type) {
    case 'number':
      return z.number();
    case 'boolean':
      return z.boolean();
    case 'email':
      return z.email();
    case 'phone':
      return z.string().regex(/^\+[1-9]\d{5,14}$/, { error: 'not a phone number such as +442071838750' });
    case 'zone':
      return zone;
    case 'url':
      return z.url({ protocol: /^https?$/ });
    case 'text':
    case 'date':
      return z.string();
  }
};

const schemas = new WeakMap<EventType, Record<string, z.ZodType>>();

const schemasOf = (type: EventType): Record<string, z.ZodType> => {
  const known = schemas.get(type);
  if (known) return known;
  const made = Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, schemaOf(field.type)]));
  schemas.set(type, made);
  return made;
};

export type Fields = { ok: true; fields: Record<string, unknown> } | { ok: false; field: string; problem: string };

const wanted = (type: Field['type']): string =>
  Array.isArray(type) ? `one of ${type.join(', ')}` : `${type === 'email' ? 'an' : 'a'} ${type}`;

/** The declared fields of a detail, checked; others are left out, and null counts as missing. Dates become UTC instants. */
export const readFields = async (
  type: EventType,
  detail: Record<string, unknown>,
  zoneName: string,
): Promise<Fields> => {
  const fields: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(schemasOf(type))) {
    const field = type.fields[name] as Field;
    const value = detail[name] ?? undefined;
    if (value === undefined && field.optional) continue;
    if (value === undefined)
      return { ok: false, field: name, problem: `is missing; it should be ${wanted(field.type)}` };
    const parsed = schema.safeParse(value);
    const read = parsed.success && field.type === 'date' ? await toInstant(String(value), zoneName) : parsed.data;
    if (!parsed.success || read === undefined) {
      const shown = JSON.stringify(value).slice(0, 80);
      return { ok: false, field: name, problem: `is ${shown}; it should be ${wanted(field.type)}` };
    }
    fields[name] = read;
  }
  return { ok: true, fields };
};

/** Whether reading these fields needs to know the customer's zone. */
export const needsZone = (type: EventType, detail: Record<string, unknown>): boolean =>
  Object.entries(type.fields).some(
    ([name, field]) => field.type === 'date' && typeof detail[name] === 'string' && !/[Zz]$/.test(detail[name]),
  );
