import type { EventAnswer } from '../../core/customer/commands/on-event.ts';
import type { IncomingEvent } from '../../core/customer/model/incoming.ts';
import { type CustomerState, emptyCustomer } from '../../core/customer/model/state.ts';
import type { TextSentiment } from '../../core/sentiment/text.ts';
import { readTime } from '../../core/time/instant.ts';
import { type ReadWish, readWish } from '../../core/wish/read-wish.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { EventType } from '../../language/catalogue/event.ts';
import { evaluate } from '../../language/expressions/condition.ts';
import type { ChangeCustomer } from '../shared/stores/change.ts';
import type { CustomerStore } from '../shared/stores/store.ts';
import { type Envelope, EventRejected, readEnvelope } from './envelope.ts';
import { needsZone, readFields } from './fields.ts';
import { readSignals } from './signals.ts';

export interface IntakeDeps {
  catalogue: Catalogue;
  change: ChangeCustomer;
  /** A customer's item as last committed; for events with dates, which are read in the customer's zone. */
  load: CustomerStore['load'];
  text: TextSentiment;
  now: () => number;
}

/** `skipped`: also our own event, that no journey awaits. */
export interface IntakeAnswer {
  status: EventAnswer;
  customer?: string;
}

export const OURS = 'tactful';
const MAX_ID_BYTES = 512;

/** Takes one event of the bus into its customer's item. Throws EventRejected where it cannot be taken, ever. */
export const createIntake =
  (deps: IntakeDeps) =>
  async (raw: unknown): Promise<IntakeAnswer> => {
    const envelope = readEnvelope(raw);
    if (envelope.source === OURS && !isAwaited(deps.catalogue, envelope['detail-type'])) return { status: 'skipped' };
    const { name, type, detail } = await typeOf(deps.catalogue, envelope);
    const customer = await customerOf(envelope, name, type, detail);
    const zone = ownZone(type, detail);
    const known = needsZone(type, detail) && zone === undefined ? await loaded(deps, customer) : undefined;
    const event = await incoming(deps, { envelope, name, type, detail, customer, zone: zone ?? zoneOfState(known) });
    const { answer } = await deps.change(customer, { kind: 'event', event }, known);
    return { status: answer, customer };
  };

interface Typed {
  name: string;
  type: EventType;
  detail: Record<string, unknown>;
}

/** The declared type of an event, by its name or by the shape of another system that `from` maps. */
const typeOf = async ({ events }: Catalogue, envelope: Envelope): Promise<Typed> => {
  const { id, source, 'detail-type': name, detail } = envelope;
  for (const [mapped, type] of Object.entries(events)) {
    if (type.from?.source !== source || type.from.detailType !== name) continue;
    const fields: Record<string, unknown> = {};
    for (const [field, path] of Object.entries(type.from.fields)) fields[field] = await evaluate(path, envelope);
    return { name: mapped, type, detail: fields };
  }
  const type = Object.hasOwn(events, name) ? events[name] : undefined;
  if (type) return { name, type, detail };
  throw new EventRejected(
    'unknown-type',
    `No event ${JSON.stringify(name)} in events.yaml. Declare it there, or stop sending it to this bus.`,
    { event: name, id },
  );
};

const isAwaited = ({ events, journeys }: Catalogue, name: string): boolean =>
  (Object.hasOwn(events, name) && events[name]?.awaited === true) ||
  Object.values(journeys).some(({ enter }) => enter.on.includes(name));

const customerOf = async ({ id }: Envelope, name: string, type: EventType, detail: Record<string, unknown>) => {
  const found = await evaluate(type.customer, detail);
  const customer = typeof found === 'number' ? String(found) : found;
  const isText = typeof customer === 'string' && customer !== '' && customer.isWellFormed();
  if (isText && Buffer.byteLength(customer) <= MAX_ID_BYTES) return customer;
  throw new EventRejected(
    'no-customer',
    `${name} does not say whose it is: ${type.customer} is ${JSON.stringify(found) ?? 'missing'}; it should be a text of 1 to ${MAX_ID_BYTES} bytes of Unicode.`,
    { event: name, id },
  );
};

/** The zone that the event itself names. */
const ownZone = ({ fields }: EventType, { zone }: Record<string, unknown>): string | undefined =>
  typeof zone === 'string' && fields.zone?.type === 'zone' ? zone : undefined;

const zoneOfState = (state: CustomerState | undefined): string | undefined => {
  const zone = state?.attributes.zone?.value;
  return typeof zone === 'string' ? zone : undefined;
};

const loaded = async ({ load, now }: IntakeDeps, customer: string): Promise<CustomerState> =>
  (await load(customer)) ?? emptyCustomer(customer, now());

/** The event as the reducer takes it: fields checked, time no later than now, evidence of mood read. */
const incoming = async (
  { catalogue, text, now }: IntakeDeps,
  {
    envelope,
    name,
    type,
    detail,
    customer,
    zone,
  }: Typed & { envelope: Envelope; customer: string; zone: string | undefined },
): Promise<IncomingEvent> => {
  const about = { event: name, id: envelope.id, customer };
  const read = await readFields(type, detail, zone ?? catalogue.policy.zone);
  if (!read.ok) throw new EventRejected('schema', `${name}: the field ${read.field} ${read.problem}.`, about);
  const time = envelope.time === undefined ? now() : readTime(envelope.time);
  if (time === undefined) {
    throw new EventRejected(
      'malformed',
      `${name}: time is ${JSON.stringify(envelope.time)}; it should be a UTC time such as 2026-03-02T10:00:00Z.`,
      about,
    );
  }
  const at = new Date(Math.min(time, now())).toISOString();
  const asked = wishOf(type, read.fields);
  const refuse = (problem: string): never => {
    throw new EventRejected('schema', `${name}: ${problem}`, about);
  };
  const signals = asked?.alone ? [] : await readSignals(type, { ...read.fields, at }, text, refuse);
  const id = await keyOf(type, name, envelope, detail);
  return { id, type: name, at, fields: read.fields, signals, ...(asked ? { wish: asked.wish } : {}) };
};

/** What a reply asks of us, whatever it is about. A word such as STOP says nothing about mood. */
const wishOf = ({ feedback }: EventType, { text }: Record<string, unknown>): ReadWish | undefined =>
  feedback === 'replied' && typeof text === 'string' ? readWish(text) : undefined;

/** What a repeat is known by: our own decision, the producer's key, or the envelope's id. */
const keyOf = async (type: EventType, name: string, envelope: Envelope, detail: Record<string, unknown>) => {
  if (envelope.source === OURS && typeof envelope.detail.decision === 'string') return envelope.detail.decision;
  const key = type.id === undefined ? undefined : await evaluate(type.id, detail);
  return key === undefined ? envelope.id : `${name}#${key}`;
};
