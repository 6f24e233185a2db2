import { BUILT_IN } from '../../catalogue/built-in.ts';
import type { Field } from '../../catalogue/event.ts';
import type { Origin } from '../../catalogue/origin.ts';
import { PANEL_EVENT } from '../../catalogue/panel.ts';
import { SAID } from '../../catalogue/theme-events.ts';
import type { EventDefinition } from '../declarations.ts';
import { readShape, refuseReserved } from '../yaml/shape.ts';
import type { Source } from '../yaml/source.ts';
import { checkReserved } from './check-reserved.ts';
import {
  type WrittenEvent,
  WrittenEvent as WrittenEventSchema,
  WrittenEvents,
  type WrittenOrigin,
} from './event-schema.ts';
import { everyoneOf, isSoundEveryone } from './everyone.ts';

export interface ReadEvents {
  events: Map<string, EventDefinition>;
  /** Also of those that could not be read. */
  names: Set<string>;
}

/** events.yaml, each event by itself, so that one that is wrong hides nothing about the others. */
export const readEvents = (source: Source): ReadEvents => {
  const events = new Map(Object.entries(BUILT_IN));
  const names = new Set(events.keys());
  const value = source.value;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    if (source.sound) readShape(WrittenEvents, value ?? undefined, source);
    return { events, names };
  }
  for (const [name, declaration] of Object.entries(value)) {
    const event = readEvent(name, declaration, source);
    if (event) events.set(name, event);
    names.add(name);
  }
  return { events, names };
};

const readEvent = (name: string, declaration: unknown, source: Source): EventDefinition | undefined => {
  if (Object.hasOwn(BUILT_IN, name) || name === PANEL_EVENT) {
    source.report([name], `\`${name}\` is built in: leave it out`, true);
    return undefined;
  }
  let refused = refuseReserved(declaration, ['counts', 'collects'], source, [name]);
  if (
    readShape(WrittenEvents.keyType, name, {
      ...source,
      report: (_, message) => source.report([name], message, true),
    }) === undefined
  )
    refused = true;
  if (refused) return undefined;
  const event = readShape(WrittenEventSchema, declaration, source, [name]);
  if (!event) return undefined;
  if (event.customer === undefined && !event.ours) {
    source.report([name], `\`${name}\` does not say whose it is: add such as \`customer: customerId\``, true);
    return undefined;
  }
  checkReserved(name, event, source);
  return isSoundEveryone(name, event, source) ? toEvent(event) : undefined;
};

const toField = (field: WrittenEvent['fields'][string]): Field => {
  const { optional, provenance, ...rest } = typeof field === 'string' || Array.isArray(field) ? { type: field } : field;
  const type = 'list' in rest ? { list: toElementFields(rest.list) } : rest.type;
  const isSensitive = 'sensitive' in rest && rest.sensitive;
  const read = {
    type,
    optional: optional ?? false,
    provenance: provenance ?? 'observed',
    ...(isSensitive && { sensitive: true as const }),
  };
  return 'from' in rest && rest.from !== undefined ? { ...read, from: rest.from } : read;
};

type WrittenList = Extract<WrittenEvent['fields'][string], { list: unknown }>['list'];

const toElementFields = (list: WrittenList) =>
  Object.fromEntries(
    Object.entries(list).map(([name, field]) => {
      const { type, optional, from } = typeof field === 'string' || Array.isArray(field) ? { type: field } : field;
      return [name, { type, optional: optional ?? false, ...(from && { from }) }];
    }),
  );

const toOrigin = ({ 'detail-type': detailType, ...rest }: WrittenOrigin): Origin => ({ ...rest, detailType });

const toEvent = (declaration: WrittenEvent) => {
  const {
    by,
    ours,
    customer,
    fields,
    sets,
    signal,
    farewell,
    returns,
    from,
    affects: _,
    pace: __,
    ...rest
  } = declaration;
  const everyone = everyoneOf(declaration);
  const event: EventDefinition = {
    ...rest,
    ...(everyone && { everyone }),
    byCustomer: by === 'customer',
    ours: ours ?? false,
    customer: customer === undefined || everyone ? 'customerId' : customer,
    fields: {
      ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, toField(field)])),
      ...(rest.theme !== undefined && SAID),
    },
    sets: sets ?? {},
    signals: signal ?? [],
    farewell: farewell ?? false,
    returns: returns ?? false,
  };
  if (from) event.from = [from].flat().map(toOrigin);
  return event;
};
