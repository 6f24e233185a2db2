import { isAwaited } from '../../core/customer/awaited.ts';
import { crowdId } from '../../core/customer/model/crowd-id.ts';
import type { IncomingEvent } from '../../core/customer/model/incoming.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { staleness } from '../../core/customer/seen.ts';
import { readSignals } from '../../core/sentiment/read-signals.ts';
import type { TextSentiment } from '../../core/sentiment/text.ts';
import { createThemeReader, type ThemeRead } from '../../core/theme/read-themes.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { memoizeByKey } from '../../language/catalogue/memoize-by-key.ts';
import { PANEL_EVENT, PANEL_SOURCE } from '../../language/catalogue/panel.ts';
import { ExpressionFailed } from '../../language/expressions/condition.ts';
import type { BeginBroadcast } from '../broadcast/begin.ts';
import { memoizeAsync } from '../shared/handler/memoize-async.ts';
import { OURS } from '../shared/source.ts';
import type { Budgets } from '../shared/stores/budgets.ts';
import type { ChangeCustomer } from '../shared/stores/change.ts';
import { personOf } from '../shared/stores/follow.ts';
import type { MergeCustomers } from '../shared/stores/merge.ts';
import type { CustomerStore } from '../shared/stores/store.ts';
import type { IntakeAnswer } from './answer.ts';
import { type Envelope, EventRejected, readEnvelope } from './envelope.ts';
import { eraseAsked } from './erase-asked.ts';
import { type FieldsRead, needsPlace, readFields } from './fields.ts';
import { grantByHand } from './grant-by-hand.ts';
import { customerOf, namesOf, ownKeyOf } from './identity.ts';
import { mergeInto } from './merge-into.ts';
import { placeOf } from './place.ts';
import { inElement, together } from './refusals.ts';
import { mayHoldWords, ratingOf, wishOf, wordsOf } from './reply.ts';
import { type Shaped, type ShapeResult, shapesOf } from './shapes.ts';
import { showValue } from './show-value.ts';

import { themesIn } from './themes.ts';
import { timeOf } from './time-of.ts';
import { refuseStrangers, toEveryone } from './to-everyone.ts';
import { typeCorrection } from './type-correction.ts';

export interface IntakeDeps {
  catalogue: Catalogue;
  change: ChangeCustomer;
  merge: MergeCustomers;
  /** A customer's item as last committed; for events with dates and phone numbers, which are read as theirs. */
  load: CustomerStore['load'];
  text: TextSentiment;
  /** Of what people give. */
  budgets: Pick<Budgets, 'reserve'>;
  /** Whether a detail under our source's name is one that we published. */
  isSigned: (type: string, detail: Record<string, unknown>) => Promise<boolean>;
  /** Begins to ask everybody whether an event is about them. */
  beginBroadcast: BeginBroadcast;
  now: () => number;
}

/** Takes what came over the bus, an event or several, into the items of their customers. Throws EventRejected for what cannot be taken, ever. */
export const createIntake = (intakeDeps: IntakeDeps) => {
  const deps: Takes = {
    ...intakeDeps,
    // Footers in all languages are loaded by the first text.
    openOwnLines: memoizeAsync(async () => (await import('./our-words.ts')).createOwnLines(intakeDeps.catalogue)),
    readThemes: createThemeReader(intakeDeps.catalogue.policy.themes),
  };
  const { catalogue } = deps;
  return async (raw: unknown): Promise<IntakeAnswer> => {
    const envelope = readEnvelope(raw);
    if (envelope.source === OURS) {
      await refuseForged(deps, envelope);
      if (!isAwaited(envelope['detail-type'], catalogue)) return { status: 'skipped' };
    }
    // The clock draws on every stage; whether anybody is asked, policy says.
    if (envelope.source === PANEL_SOURCE && !Object.hasOwn(catalogue.events, PANEL_EVENT)) return { status: 'skipped' };
    const shapes = await shapesOf(catalogue, envelope);
    const [only] = shapes;
    if (shapes.length === 1 && only && !('element' in only)) return takeOne(deps, envelope, only);
    return takeAll(deps, envelope, shapes);
  };
};

interface Takes extends IntakeDeps {
  /** What somebody wrote themselves in a text. */
  openOwnLines: () => Promise<(text: string) => string>;
  /** Of what a text asks for. */
  readThemes: (text: string) => ThemeRead[];
}

/** Anybody on the bus can write our source's name. */
const refuseForged = async (
  { isSigned }: IntakeDeps,
  { id, 'detail-type': event, detail }: Envelope,
): Promise<void> => {
  if (await isSigned(event, detail)) return;
  throw new EventRejected(
    'forged',
    `${showValue(event)} has the source "${OURS}", and we did not publish it: its signature is missing or not of this stage. Send it under a source of your own.`,
    { event, id },
  );
};

const takeOne = async (deps: Takes, envelope: Envelope, shape: ShapeResult): Promise<IntakeAnswer> => {
  if (shape instanceof EventRejected) throw shape;
  const { catalogue, load, now } = deps;
  const { name, type, detail } = shape;
  const { addressed } = envelope;
  // What a page of ours signed comes from the customer, whatever bus it came over.
  const isFromPage = !addressed && type.byHand === 'chooses' && (await deps.isSigned(name, detail));
  if (!addressed && !isFromPage) refuseStrangers(name, type, envelope);
  if (type.everyone && !addressed) return takeForAll(deps, envelope, shape);
  const same = await readFields(type, detail, undefined);
  const names = namesOf(type, detail, same.fields);
  const customer =
    type.everyone && addressed ? addressed.customer : await customerOf(envelope, name, type.customer, detail, names);
  if (type.governs === 'erasure')
    return { status: await eraseAsked(deps, envelope, { name, detail, customer }), customer };
  const isRead = addressed !== undefined || needsPlace(type, detail) || type.governs === 'fact';
  const state = isRead ? await personOf(load, customer, now()) : undefined;
  // A customer who was addressed and is unknown by now was erased meanwhile, and must not be known again.
  if (addressed && state?.version === 0) return { status: 'skipped', customer };
  // Mostly no field needs to know where the customer is.
  const read = state ? await readFields(type, detail, placeOf(type, same.fields, state, catalogue.policy)) : same;
  const about = { event: name, id: envelope.id, customer };
  const take = async () => {
    const event = await incoming(deps, { ...shape, envelope, read, about, state });
    if (type.merges === undefined) {
      const changed = await deps.change(customer, { kind: 'event', event }, state);
      if (type.byHand === 'gives') await grantByHand(deps, changed.after);
      return { event, ...changed };
    }
    const into = await customerOf(envelope, name, type.merges, detail, names);
    return { event, answer: await mergeInto(deps.merge, { about, name, customer, into, event }) };
  };
  const { event, answer } = await take().catch((error) => {
    const isOfEvent = error instanceof ExpressionFailed;
    throw isOfEvent ? new EventRejected('expression', `${name}: ${error.message}.`, about) : error;
  });
  const stale =
    answer === 'stale' ? { stale: new EventRejected('stale', staleness(event), { ...about, id: event.id }) } : {};
  const left = answer === 'duplicate' ? [] : (event.leftOut ?? []).map(({ field }) => field);
  return { status: answer, customer, ...stale, ...(left.length > 0 ? { leftOut: { event: name, fields: left } } : {}) };
};

/** An event about everyone is not of one customer's item: it is asked of all, in steps. */
const takeForAll = async (deps: Takes, envelope: Envelope, shape: Shaped): Promise<IntakeAnswer> => {
  const { name, type, detail } = shape;
  const at = new Date(timeOf(envelope, name, { event: name, id: envelope.id }, deps.now())).toISOString();
  const keyBy = (fields: Record<string, unknown>) => keyOf(envelope, shape, namesOf(type, detail, fields));
  const everyoneEvent = { envelope, name, type, detail, at, keyOf: keyBy };
  const { status, broadcast, leftOut } = await toEveryone(deps.beginBroadcast, everyoneEvent, deps.catalogue.policy);
  const fields = status === 'duplicate' ? [] : leftOut;
  return { status, broadcast, ...(fields.length > 0 ? { leftOut: { event: name, fields } } : {}) };
};

/** Each by itself, in their order: one that is refused does not stop the others, and all refusals are told together. Throws PartlyRefused. */
const takeAll = async (deps: Takes, envelope: Envelope, shapes: ShapeResult[]): Promise<IntakeAnswer> => {
  const answers: IntakeAnswer[] = [];
  const refusals: EventRejected[] = [];
  for (const one of shapes) {
    const where = (refusal: EventRejected) =>
      'element' in one && one.element ? inElement(refusal, one.element) : refusal;
    try {
      const answer = await takeOne(deps, envelope, one);
      answers.push(answer.stale ? { ...answer, stale: where(answer.stale) } : answer);
    } catch (error) {
      if (!(error instanceof EventRejected)) throw error;
      refusals.push(where(error));
    }
  }
  const [refused, ...more] = refusals;
  if (refused) throw together(refused, more, answers);
  const [first = { status: 'skipped' }, ...others] = answers;
  const isOneOfSeveral = shapes.some((one) => 'element' in one && (one.element?.of ?? 1) > 1);
  return others.length === 0 && !isOneOfSeveral ? first : { ...first, others };
};

interface Arrived extends Shaped {
  envelope: Envelope;
  read: FieldsRead;
  about: { event: string; id: string; customer: string };
  /** The customer, where reading needed to know them. */
  state?: CustomerState | undefined;
}

/** The event as the reducer takes it: fields checked, time no later than now, evidence of mood read. */
const incoming = async (
  { catalogue, text, openOwnLines, readThemes, now }: Takes,
  { envelope, name, type, detail, element, read, about, state }: Arrived,
): Promise<IncomingEvent> => {
  const { fields, leftOut, cleared, fault } = read;
  if (fault) throw new EventRejected('schema', `${name}: the field ${fault.field} ${fault.problem}.`, about);
  const at = new Date(timeOf(envelope, name, about, now())).toISOString();
  // A text is asked for a number, a mood and a wish, and cut once.
  const own = memoizeByKey(mayHoldWords(type) ? await openOwnLines() : (words) => words);
  const rating = ratingOf(type, fields, own);
  // What a number says of mood depends on what was asked: the words beside it are read by themselves.
  const words = rating ? { text: rating.rest } : {};
  const { signals, odd, hasText, isAutomatic, isForeign } = await readSignals(
    type,
    { ...fields, ...words, at },
    { own, read: (lines) => text.read(lines) },
    catalogue.policy.languages,
  );
  // A score that its scale does not have is left out beside what the customer wrote; alone it says nothing.
  for (const { field, problem } of odd) {
    const isOptional = Object.hasOwn(type.fields, field) && type.fields[field]?.optional === true;
    if (!hasText || !isOptional) throw new EventRejected('schema', `${name}: ${problem}.`, about);
    leftOut.push({ field, problem: `does not fit: ${problem}` });
    delete fields[field];
  }
  if (type.governs === 'fact') await typeCorrection(catalogue, name, fields, { state, about });
  const wish = isAutomatic ? undefined : wishOf(type, fields, own);
  const ownWords = isAutomatic ? undefined : wordsOf(type, fields, { own, rating, wish });
  const themes = isAutomatic || wish?.alone ? [] : themesIn(type, fields, (lines) => readThemes(own(lines)));
  const id = await keyOf(envelope, { name, type, element }, namesOf(type, detail, fields));
  return {
    id,
    type: name,
    at,
    fields,
    signals: wish?.alone ? [] : signals,
    ...(themes.length > 0 && { themes }),
    ...(isAutomatic && { automatic: true }),
    // A wish that is a word says nothing that would have to be read.
    ...(isForeign && !wish?.alone && { notRead: true }),
    ...(wish ? { wish: wish.wish } : {}),
    ...(rating && !isAutomatic ? { rating } : {}),
    ...(ownWords === undefined ? {} : { words: ownWords }),
    ...(leftOut.length > 0 ? { leftOut } : {}),
    ...(cleared.length > 0 ? { cleared } : {}),
    ...(envelope.addressed && { crowd: crowdId(envelope.addressed.broadcast) }),
    ...(envelope.redriven && { redriven: true }),
  };
};

/** What a repeat is known by: our own decision, the producer's key, or the envelope's id and the place in its array. */
const keyOf = async (
  envelope: Envelope,
  { name, type, element }: Pick<Shaped, 'name' | 'type' | 'element'>,
  names: Record<string, unknown>,
) => {
  if (envelope.addressed) return envelope.id;
  if (envelope.source === OURS && typeof envelope.detail.decision === 'string') return envelope.detail.decision;
  const key = await ownKeyOf(envelope, name, type, names);
  if (key !== undefined) return `${name}#${key}`;
  return element ? `${envelope.id}#${element.each}[${element.number - 1}]` : envelope.id;
};
