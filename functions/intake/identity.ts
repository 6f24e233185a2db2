import type { EventType } from '../../language/catalogue/event.ts';
import { ExpressionFailed, evaluate } from '../../language/expressions/condition.ts';
import { type Envelope, EventRejected } from './envelope.ts';
import { Unreadable } from './fields.ts';
import { showValue } from './show-value.ts';
import { isMissing } from './value.ts';

type Values = Record<string, unknown>;

const MAX_ID_BYTES = 512;

/** What a detail says, in the form that its fields are kept in; what is not declared is as it came. */
export const namesOf = ({ fields: types }: EventType, detail: Values, fields: Values): Values => {
  const undeclared = Object.entries(detail).filter(([name]) => !Object.hasOwn(types, name));
  return { ...Object.fromEntries(undeclared), ...fields };
};

/** An id as text, digit for digit; undefined of what is none, or has lost digits. */
const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : undefined;
};

const isId = (id: string | undefined): id is string =>
  id !== undefined && !isMissing(id) && id.isWellFormed() && Buffer.byteLength(id) <= MAX_ID_BYTES;

/** What stands where the customer should, as a message shows it. */
const whatIs = (source: string, value: unknown, detail: Values): string => {
  const raw = value === undefined && Object.hasOwn(detail, source) ? detail[source] : value;
  if (raw instanceof Unreadable) return raw.problem;
  return raw === undefined ? 'is missing' : `is ${showValue(raw)}`;
};

/** Whose event it is, or by `source` whose else. `names` are what the detail says. Throws EventRejected. */
export const customerOf = async (
  { id }: Envelope,
  name: string,
  source: string,
  detail: Values,
  names: Values,
): Promise<string> => {
  const refuse = (problem: string) =>
    new EventRejected(
      'no-customer',
      `${name} does not say whose it is: ${problem}; it should be a text of 1 to ${MAX_ID_BYTES} bytes of Unicode.`,
      { event: name, id },
    );
  let value: unknown;
  try {
    value = await evaluate(source, names);
  } catch (error) {
    throw error instanceof ExpressionFailed ? refuse(error.message) : error;
  }
  const customer = idOf(value);
  if (!isId(customer)) throw refuse(`${source} ${whatIs(source, value, detail)}`);
  return customer;
};

/** The producer's own key of an event; undefined where it has none. Throws EventRejected. */
export const ownKeyOf = async (
  envelope: Envelope,
  name: string,
  { id: source }: EventType,
  names: Values,
): Promise<string | undefined> => {
  if (source === undefined) return undefined;
  const refuse = (problem: string) =>
    new EventRejected('schema', `${name}: the key of the event, ${problem}.`, { event: name, id: envelope.id });
  let value: unknown;
  try {
    value = await evaluate(source, names);
  } catch (error) {
    throw error instanceof ExpressionFailed ? refuse(error.message) : error;
  }
  const key = idOf(value);
  if (value !== undefined && key === undefined) throw refuse(`${source}, is ${showValue(value)}; it should be a text`);
  return key;
};
