import type { EventAnswer } from '../../core/customer/commands/on-event.ts';
import type { IncomingEvent } from '../../core/customer/model/incoming.ts';
import { emptyCustomer } from '../../core/customer/model/state.ts';
import type { TextSentiment } from '../../core/sentiment/text.ts';
import { readTime } from '../../core/time/instant.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { EventType } from '../../language/catalogue/event.ts';
import { ExpressionFailed, evaluateOrNull } from '../../language/expressions/condition.ts';
import type { ChangeCustomer } from '../shared/stores/change.ts';
import type { CustomerStore } from '../shared/stores/store.ts';
import { type Envelope, EventRejected, readEnvelope } from './envelope.ts';
import { type FieldsRead, needsPlace, readFields, Unreadable } from './fields.ts';
import { customerOf, namesOf, ownKeyOf } from './identity.ts';
import { placeOf } from './place.ts';
import { shown } from './shown.ts';
import { readSignals } from './signals.ts';

export interface IntakeDeps {
  catalogue: Catalogue;
  change: ChangeCustomer;
  /** A customer's item as last committed; for events with dates and phone numbers, which are read as theirs. */
  load: CustomerStore['load'];
  text: TextSentiment;
  /** Whether a detail under our source's name is one that we published. */
  isSigned: (type: string, detail: Record<string, unknown>) => Promise<boolean>;
  now: () => number;
}

/** `skipped`: also our own event, that no journey awaits. */
export interface IntakeAnswer {
  status: EventAnswer;
  customer?: string;
  /** Of an event that was taken without some of its optional fields: its type and those. */
  leftOut?: { event: string; fields: string[] };
}

export const OURS = 'tactful';

/** Takes one event of the bus into its customer's item. Throws EventRejected where it cannot be taken, ever. */
export const createIntake =
  (deps: IntakeDeps) =>
  async (raw: unknown): Promise<IntakeAnswer> => {
    const { catalogue, change, load, now } = deps;
    const envelope = readEnvelope(raw);
    if (envelope.source === OURS) {
      await refuseForged(deps, envelope);
      if (!isAwaited(catalogue, envelope['detail-type'])) return { status: 'skipped' };
    }
    const typed = await typeOf(catalogue, envelope);
    const { name, type, detail } = typed;
    const same = await readFields(type, detail, undefined);
    const customer = await customerOf(envelope, name, type, detail, namesOf(type, detail, same.fields));
    const known = needsPlace(type, detail) ? ((await load(customer)) ?? emptyCustomer(customer, now())) : undefined;
    // Mostly no field needs to know where the customer is.
    const read = known ? await readFields(type, detail, placeOf(type, same.fields, known, catalogue.policy)) : same;
    const about = { event: name, id: envelope.id, customer };
    const take = async () => {
      const event = await incoming(deps, { ...typed, envelope, read, about });
      return { event, ...(await change(customer, { kind: 'event', event }, known)) };
    };
    const { event, answer } = await take().catch((error) => {
      const isOfEvent = error instanceof ExpressionFailed;
      throw isOfEvent ? new EventRejected('expression', `${name}: ${error.message}.`, about) : error;
    });
    const left = answer === 'duplicate' ? [] : (event.leftOut ?? []).map(({ field }) => field);
    return { status: answer, customer, ...(left.length > 0 ? { leftOut: { event: name, fields: left } } : {}) };
  };

/** Anybody on the bus can write our source's name. */
const refuseForged = async (
  { isSigned }: IntakeDeps,
  { id, 'detail-type': event, detail }: Envelope,
): Promise<void> => {
  if (await isSigned(event, detail)) return;
  throw new EventRejected(
    'forged',
    `${shown(event)} has the source "${OURS}", and we did not publish it: its signature is missing or not of this stage. Send it under a source of your own.`,
    { event, id },
  );
};

interface Typed {
  name: string;
  type: EventType;
  detail: Record<string, unknown>;
}

/** What an expression on an envelope gives, or in its place why it gives nothing. */
const mapped = async (source: string, envelope: Envelope): Promise<unknown> => {
  try {
    return await evaluateOrNull(source, envelope);
  } catch (error) {
    if (error instanceof ExpressionFailed) return new Unreadable(`is not there: ${error.message}`);
    throw error;
  }
};

/** The declared type of an event, by its name or by the shape of another system that `from` maps. */
const typeOf = async ({ events }: Catalogue, envelope: Envelope): Promise<Typed> => {
  const { id, source, 'detail-type': name, detail } = envelope;
  for (const [mappedName, type] of Object.entries(events)) {
    if (type.from?.source !== source || type.from.detailType !== name) continue;
    const fields: Record<string, unknown> = {};
    for (const [field, path] of Object.entries(type.from.fields)) fields[field] = await mapped(path, envelope);
    return { name: mappedName, type, detail: fields };
  }
  const type = Object.hasOwn(events, name) ? events[name] : undefined;
  if (type) return { name, type, detail };
  throw new EventRejected(
    'unknown-type',
    `No event ${shown(name)} in events.yaml. Declare it there, or stop sending it to this bus.`,
    { event: name, id },
  );
};

const isAwaited = ({ events, journeys }: Catalogue, name: string): boolean =>
  (Object.hasOwn(events, name) && events[name]?.awaited === true) ||
  Object.values(journeys).some(({ enter }) => enter.on.includes(name));

interface Arrived extends Typed {
  envelope: Envelope;
  read: FieldsRead;
  about: { event: string; id: string; customer: string };
}

/** The event as the reducer takes it: fields checked, time no later than now, evidence of mood read. */
const incoming = async (
  { text, now }: IntakeDeps,
  { envelope, name, type, detail, read, about }: Arrived,
): Promise<IncomingEvent> => {
  const { fields, leftOut, cleared, fault } = read;
  if (fault) throw new EventRejected('schema', `${name}: the field ${fault.field} ${fault.problem}.`, about);
  const time = envelope.time === undefined ? now() : readTime(envelope.time);
  if (time === undefined) {
    throw new EventRejected(
      'malformed',
      `${name}: time is ${shown(envelope.time)}; it should be a time from 1901 on with its offset, such as 2026-03-02T10:00:00Z.`,
      about,
    );
  }
  const at = new Date(Math.min(time, now())).toISOString();
  const { signals, odd, hasText } = await readSignals(type, { ...fields, at }, text);
  // A score that its scale does not have is left out beside what the customer wrote; alone it says nothing.
  for (const { field, problem } of odd) {
    const isOptional = Object.hasOwn(type.fields, field) && type.fields[field]?.optional === true;
    if (!hasText || !isOptional) throw new EventRejected('schema', `${name}: ${problem}.`, about);
    leftOut.push({ field, problem: `does not fit: ${problem}` });
    delete fields[field];
  }
  const id = await keyOf(envelope, name, type, namesOf(type, detail, fields));
  return {
    id,
    type: name,
    at,
    fields,
    signals,
    ...(leftOut.length > 0 ? { leftOut } : {}),
    ...(cleared.length > 0 ? { cleared } : {}),
  };
};

/** What a repeat is known by: our own decision, the producer's key, or the envelope's id. */
const keyOf = async (envelope: Envelope, name: string, type: EventType, names: Record<string, unknown>) => {
  if (envelope.source === OURS && typeof envelope.detail.decision === 'string') return envelope.detail.decision;
  const key = await ownKeyOf(envelope, name, type, names);
  return key === undefined ? envelope.id : `${name}#${key}`;
};
