import { noon } from '../../language/catalogue/date-field.ts';
import type { Field } from '../../language/catalogue/event.ts';
import { type FieldType, fieldKind } from '../../language/catalogue/field-type.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import type { Project } from '../project.ts';

const NAMED: Record<string, string | number> = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  company: 'Analytical Engines',
  plan: 'team',
  locale: 'en',
  currency: 'EUR',
  amount: 29,
};

/** An example of a field: by its type alone, or what reads well under its name, or else what a project wrote there. */
const exampleOf = (name: string, type: FieldType, now: number, own?: unknown): unknown => {
  const { varies, schema, example } = fieldKind(type);
  return (varies ? (schema.safeParse(NAMED[name]).data ?? own) : undefined) ?? example(name, now);
};

/** Values of the event's text fields as the project's own scenarios have them. */
const fieldsInScenarios = ({ scenarios }: Project, event: string): Record<string, unknown> => {
  const events = scenarios.flatMap(({ timeline }) => timeline).filter((each) => each.event === event);
  return Object.assign({}, ...events.map((each) => each.with).reverse());
};

/** Fields of an event with an example each, dates near `now`. */
export const exampleEvent = (project: Project, event: string, now: number): Record<string, unknown> => {
  const examples = fieldsInScenarios(project, event);
  const fields: Record<string, unknown> = { at: new Date(now).toISOString() };
  for (const [name, { type }] of Object.entries(project.definitions.events[event]?.fields ?? {})) {
    fields[name] = exampleOf(name, type, now, examples[name]);
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
    customer[name] = exampleOf(name, fieldOf(project, name)?.type ?? fallback, now);
    if (name !== 'since' && name.endsWith('At')) customer[name] = noon(now - DAY);
  }
  if (names.has('since')) customer.tenureDays = 400;
  return customer;
};
