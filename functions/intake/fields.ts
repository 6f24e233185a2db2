import type { EventType, Field } from '../../language/catalogue/event.ts';
import { type FieldKind, fieldKind } from '../../language/catalogue/field-type.ts';

const kinds = new WeakMap<EventType, [name: string, kind: FieldKind][]>();

const kindsOf = (type: EventType): [name: string, kind: FieldKind][] => {
  const made = kinds.get(type) ?? Object.entries(type.fields).map(([name, field]) => [name, fieldKind(field.type)]);
  kinds.set(type, made);
  return made;
};

export type Fields = { ok: true; fields: Record<string, unknown> } | { ok: false; field: string; problem: string };

const read = async ({ schema, read }: FieldKind, value: unknown, zone: string) => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return undefined;
  return read ? read(String(parsed.data), zone) : parsed.data;
};

/** The declared fields of a detail, checked; others are left out, and null counts as missing. Dates become UTC instants. */
export const readFields = async (type: EventType, detail: Record<string, unknown>, zone: string): Promise<Fields> => {
  const fields: Record<string, unknown> = {};
  for (const [name, kind] of kindsOf(type)) {
    const { optional } = type.fields[name] as Field;
    const value = detail[name] ?? undefined;
    if (value === undefined && optional) continue;
    if (value === undefined) return { ok: false, field: name, problem: `is missing; it should be ${kind.expected}` };
    const kept = await read(kind, value, zone);
    if (kept === undefined) {
      const shown = JSON.stringify(value).slice(0, 80);
      return { ok: false, field: name, problem: `is ${shown}; it should be ${kind.expected}` };
    }
    fields[name] = kept;
  }
  return { ok: true, fields };
};

/** Whether reading these fields needs to know the customer's zone. */
export const needsZone = (type: EventType, detail: Record<string, unknown>): boolean =>
  kindsOf(type).some(([name, { needsZone }]) => needsZone?.(detail[name]) === true);
