import type { Field, FieldType } from '../../language/catalogue/event.ts';
import type { Project } from '../project.ts';

const DAY = 86_400_000;

const NAMED: Record<string, string | number> = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  company: 'Analytical Engines',
  plan: 'team',
  locale: 'en',
  currency: 'EUR',
  amount: 29,
};

/** An id reads as one, another text as what it is called: `orderId` is `order-1`, `what` is `what`. */
const textOf = (name: string): string => {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.endsWith(' id') ? `${words.slice(0, -3).replaceAll(' ', '-')}-1` : words;
};

const midnight = (at: number): string => `${new Date(at).toISOString().slice(0, 10)}T00:00:00.000Z`;

const ofType = (name: string, type: FieldType, now: number): string | number | boolean => {
  if (Array.isArray(type)) return type[0] ?? '';
  switch (type) {
    case 'number':
      return NAMED[name] ?? 3;
    case 'boolean':
      return true;
    case 'date':
      return midnight(name === 'since' ? now - 400 * DAY : now + 14 * DAY);
    case 'email':
      return 'ada@example.com';
    case 'phone':
      return '+442079460000';
    case 'zone':
      return 'Europe/London';
    case 'url':
      return 'https://example.com';
    case 'text':
      return NAMED[name] ?? textOf(name);
  }
};

/** Values of the event's text fields as the project's own scenarios have them. */
const written = ({ scenarios }: Project, event: string): Record<string, unknown> => {
  const found = scenarios.flatMap(({ timeline }) => timeline).filter((each) => each.event === event);
  return Object.assign({}, ...found.map((each) => each.with).reverse());
};

/** Fields of an event with an example each, dates near `now`. */
export const exampleEvent = (project: Project, event: string, now: number): Record<string, unknown> => {
  const known = written(project, event);
  const fields: Record<string, unknown> = { at: new Date(now).toISOString() };
  for (const [name, { type }] of Object.entries(project.definitions.events[event]?.fields ?? {})) {
    const isWords = type === 'text' || type === 'number' || Array.isArray(type);
    fields[name] = (isWords && NAMED[name] === undefined ? known[name] : undefined) ?? ofType(name, type, now);
  }
  return fields;
};

/** The field that an attribute is set from, by the first event that sets it from one. */
const fieldOf = ({ definitions }: Project, attribute: string): Field | undefined => {
  for (const { sets, fields } of Object.values(definitions.events)) {
    const field = fields[sets[attribute] ?? ''];
    if (field) return field;
  }
  return undefined;
};

/** Every attribute that some event sets, with an example each. */
export const exampleCustomer = (project: Project, now: number): Record<string, unknown> => {
  const names = new Set(Object.values(project.definitions.events).flatMap(({ sets }) => Object.keys(sets)));
  const customer: Record<string, unknown> = {};
  for (const name of names) {
    const fallback: FieldType = name === 'since' || name.endsWith('At') ? 'date' : 'text';
    customer[name] = ofType(name, fieldOf(project, name)?.type ?? fallback, now);
    if (name !== 'since' && name.endsWith('At')) customer[name] = midnight(now - DAY);
  }
  if (names.has('since')) customer.tenureDays = 400;
  return customer;
};
