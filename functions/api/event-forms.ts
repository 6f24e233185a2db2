import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { EventType, Field } from '../../language/catalogue/event.ts';
import type { EventForm } from './contract/acting.ts';

const PLAIN = /^[\w.-]+$/;

/** How a field is asked for; undefined of a list, which no form has room for. */
const fieldOf = ([name, { type, optional }]: [string, Field]): EventForm['fields'][number] | undefined => {
  if (typeof type === 'string') return { name, takes: type, isOptional: optional };
  if (!Array.isArray(type)) return undefined;
  return { name, takes: 'words', words: type, isOptional: optional };
};

const formOf = ([type, event]: [string, EventType]): EventForm[] => {
  const { about, customer, fields, ours, everyone, sources, governs } = event;
  // What comes over no bus, or only with the signature of a page of ours, is refused from anybody else.
  if (ours || everyone || sources?.length === 0 || governs === 'erasure') return [];
  // The page fills in the customer, which it can only where that is a field by itself.
  if (!PLAIN.test(customer)) return [];
  const entries = Object.entries(fields).filter(([name]) => name !== customer);
  const formFields = entries.map(fieldOf);
  if (entries.some(([, { optional }], index) => !optional && formFields[index] === undefined)) return [];
  const [source] = sources ?? [];
  return [
    {
      type,
      customer,
      ...(about === undefined ? {} : { about }),
      ...(source === undefined ? {} : { source }),
      fields: formFields.filter((field) => field !== undefined),
    },
  ];
};

/** Events about one customer that somebody may send by hand, by name. */
export const eventForms = ({ events }: Pick<Catalogue, 'events'>): EventForm[] =>
  Object.entries(events)
    .flatMap(formOf)
    .toSorted((one, other) => (one.type < other.type ? -1 : 1));
