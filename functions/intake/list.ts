import type { CustomerLocation } from '../../language/catalogue/customer-location.ts';
import { fieldKind, type ListType } from '../../language/catalogue/field-type.ts';
import { isMissing, keep, whyUnfit } from './value.ts';

/** An element that does not fit, and with it its list. */
export class ElementFault {
  readonly problem: string;
  constructor(number: number, problem: string) {
    this.problem = `does not fit at element ${number}: ${problem}`;
  }
}

/** A reading of an element needs to know where the customer is. */
const NEEDS_PLACE = ['date', 'phone'];

export const listNeedsPlace = ({ list }: ListType): boolean =>
  Object.values(list).some(({ type }) => typeof type === 'string' && NEEDS_PLACE.includes(type));

/** The elements with their declared fields; undefined where it is no list. What is gathered by JSONata may be its only element. */
export const readList = async (
  { list }: ListType,
  value: unknown,
  place: CustomerLocation,
): Promise<Record<string, unknown>[] | ElementFault | undefined> => {
  if (typeof value !== 'object' || value === null) return undefined;
  const elements: unknown[] = Array.isArray(value) ? value : [value];
  const records: Record<string, unknown>[] = [];
  for (const [index, element] of elements.entries()) {
    const fields: Record<string, unknown> = {};
    for (const [name, { type, optional, from }] of Object.entries(list)) {
      const raw = fieldOf(element, name);
      const kind = fieldKind(type, from);
      const fieldValue = isMissing(raw) ? undefined : await keep(kind, type === 'text', raw, place);
      if (fieldValue !== undefined) fields[name] = fieldValue;
      else if (!optional) return new ElementFault(index + 1, `${name} ${whyUnfit(raw, kind, from)}`);
    }
    records.push(fields);
  }
  return records;
};

const fieldOf = (element: unknown, name: string): unknown =>
  typeof element === 'object' && element !== null && Object.hasOwn(element, name)
    ? (element as Record<string, unknown>)[name]
    : undefined;
