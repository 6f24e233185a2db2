import type { CustomerLocation } from '../../language/catalogue/customer-location.ts';
import type { EventType, Field } from '../../language/catalogue/event.ts';
import { type FieldKind, type FieldType, fieldKind } from '../../language/catalogue/field-type.ts';
import { isList } from '../../language/catalogue/list-type.ts';
import { ElementFault, listNeedsPlace, readList } from './list.ts';
import { isMissing, keep, whyUnfit } from './value.ts';

const kinds = new WeakMap<EventType, [name: string, kind: FieldKind][]>();

const kindsOf = (type: EventType): [name: string, kind: FieldKind][] => {
  const pairs =
    kinds.get(type) ??
    Object.entries(type.fields).map(([name, { type: of, from }]) => [name, fieldKind(of, from)] as [string, FieldKind]);
  kinds.set(type, pairs);
  return pairs;
};

/** In place of a value: what came of it could not be worked out. */
export class Unreadable {
  readonly problem: string;
  constructor(problem: string) {
    this.problem = problem;
  }
}

export interface FieldProblem {
  field: string;
  /** What is there and what it should be, as the end of a sentence. */
  problem: string;
}

export interface FieldsRead {
  fields: Record<string, unknown>;
  /** Optional fields that do not fit: the rest of the event is as true without them. */
  leftOut: FieldProblem[];
  /** Optional fields that are null: what they said before is not so any more. */
  cleared: string[];
  /** The first field that has to be there and is not, or does not fit. */
  fault?: FieldProblem;
}

const valueIn = (detail: Record<string, unknown>, name: string): unknown =>
  Object.hasOwn(detail, name) ? detail[name] : undefined;

/**
 * The declared fields of a detail; others are left out, and blanks count as missing. Without a place only those that mean
 * the same everywhere. Dates become UTC instants.
 */
export const readFields = async (
  type: EventType,
  detail: Record<string, unknown>,
  place: CustomerLocation | undefined,
): Promise<FieldsRead> => {
  const read: FieldsRead = { fields: {}, leftOut: [], cleared: [] };
  for (const [name, kind] of kindsOf(type)) {
    const { optional, type: of, from } = type.fields[name] as Field;
    const value = valueIn(detail, name);
    if (value === null && optional) read.cleared.push(name);
    if (isMissing(value) && optional) continue;
    if (place === undefined && (kind.needsPlace?.(value) === true || (isList(of) && listNeedsPlace(of)))) continue;
    const isThere = !isMissing(value) && !(value instanceof Unreadable);
    const result = isThere ? await keepValue(of, kind, value, place ?? NOWHERE) : undefined;
    if (result !== undefined && !(result instanceof ElementFault)) {
      read.fields[name] = result;
      continue;
    }
    const fault = result ?? (value instanceof Unreadable ? value : undefined);
    const problem = { field: name, problem: fault?.problem ?? whyUnfit(value, kind, from) };
    if (optional) read.leftOut.push(problem);
    else read.fault ??= problem;
  }
  return read;
};

const keepValue = (type: FieldType, kind: FieldKind, value: unknown, place: CustomerLocation) =>
  isList(type) ? readList(type, value, place) : keep(kind, type === 'text', value, place);

const NOWHERE: CustomerLocation = { zone: 'UTC', regions: [] };

/** Whether reading these fields needs to know where the customer is. */
export const needsPlace = (type: EventType, detail: Record<string, unknown>): boolean =>
  kindsOf(type).some(([name, { needsPlace }]) => needsPlace?.(valueIn(detail, name)) === true) ||
  Object.values(type.fields).some(({ type: of }) => isList(of) && listNeedsPlace(of));
