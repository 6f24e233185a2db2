import { ownValue } from '../../core/own-value.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { EventType } from '../../language/catalogue/event.ts';
import { isOfSource, type Origin } from '../../language/catalogue/origin.ts';
import { ExpressionFailed, evaluate, evaluateOrNull } from '../../language/expressions/condition.ts';
import { OURS } from '../shared/source.ts';
import { type Envelope, EventRejected } from './envelope.ts';
import { Unreadable } from './fields.ts';
import { type Element, inElement } from './refusals.ts';
import { showValue } from './show-value.ts';

/** One event of an envelope, in the words of its declaration. */
export interface Shaped {
  name: string;
  type: EventType;
  detail: Record<string, unknown>;
  element?: Element;
}

/** An event, or why one is none. */
export type ShapeResult = Shaped | EventRejected;

/** A declaration that may take an envelope, in the shape of another system or in its own. */
interface Way {
  name: string;
  type: EventType;
  origin?: Origin;
  each: string | undefined;
}

/** More would not be taken in the time that a function has. */
export const MOST_ELEMENTS = 500;

type Foreign = Way & { origin: Origin };

const foreign = new WeakMap<Catalogue['events'], Map<string, Foreign[]>>();

/** The declarations in the shape of other systems, by the detail-type that those give it. */
const foreignOf = (events: Catalogue['events']): Map<string, Foreign[]> => {
  const byDetailType =
    foreign.get(events) ??
    Map.groupBy(
      Object.entries(events).flatMap(([name, type]) =>
        (type.from ?? []).map((origin) => ({ name, type, origin, each: origin.each ?? type.each })),
      ),
      ({ origin }) => origin.detailType,
    );
  foreign.set(events, byDetailType);
  return byDetailType;
};

/** The declarations whose source and detail-type an envelope has; else that of its own name. */
const waysFor = ({ events }: Catalogue, { source, 'detail-type': detailType }: Envelope): Way[] => {
  const others = source === OURS ? [] : (foreignOf(events).get(detailType) ?? []);
  const ways: Way[] = others.filter(({ origin }) => isOfSource(origin.source, source));
  const type = ownValue(events, detailType);
  if (ways.length === 0 && type) ways.push({ name: detailType, type, each: type.each });
  return ways;
};

/** What `where` or `each` gives. Throws EventRejected where it gives nothing because it fails. */
const read = async (
  expression: string,
  { id }: Envelope,
  names: Record<string, unknown>,
  { name, where }: { name: string; where: string },
): Promise<unknown> => {
  try {
    return await evaluate(expression, names);
  } catch (error) {
    if (!(error instanceof ExpressionFailed)) throw error;
    throw new EventRejected('expression', `${name}: ${where}: ${error.message}.`, { event: name, id });
  }
};

/** What an expression gives for a field, or in its place why it gives nothing. */
const evaluateField = async (expression: string, names: Record<string, unknown>): Promise<unknown> => {
  try {
    return await evaluateOrNull(expression, names);
  } catch (error) {
    if (error instanceof ExpressionFailed) return new Unreadable(`is not there: ${error.message}`);
    throw error;
  }
};

const isDetail = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of one way; undefined where its `where` is not true. */
const take = async (
  { name, type, origin }: Way,
  envelope: Envelope,
  element?: { value: unknown; at: Element },
): Promise<Shaped | undefined> => {
  const names = element ? { ...envelope, element: element.value } : { ...envelope };
  const shaped = { name, type, ...(element && { element: element.at }) };
  if (origin?.where !== undefined && (await read(origin.where, envelope, names, { name, where: '`where`' })) !== true)
    return undefined;
  if (origin) {
    const detail: Record<string, unknown> = {};
    for (const [field, path] of Object.entries(origin.fields)) detail[field] = await evaluateField(path, names);
    return { ...shaped, detail };
  }
  const detail = element ? element.value : envelope.detail;
  if (isDetail(detail)) return { ...shaped, detail };
  throw new EventRejected('schema', `${name}: this is ${showValue(detail)}; it should be an object.`, {
    event: name,
    id: envelope.id,
  });
};

/** The first that takes it, in the order of events.yaml. What one cannot read may be another's. */
const takeFirst = async (
  ways: Way[],
  envelope: Envelope,
  element?: { value: unknown; at: Element },
): Promise<ShapeResult | undefined> => {
  let refusal: EventRejected | undefined;
  for (const way of ways) {
    try {
      const shaped = await take(way, envelope, element);
      if (shaped) return shaped;
    } catch (error) {
      if (!(error instanceof EventRejected)) throw error;
      refusal ??= error;
    }
  }
  return refusal;
};

const elementsOf = async (each: string, envelope: Envelope, { name }: Way): Promise<unknown[]> => {
  const value = await read(each, envelope, { ...envelope }, { name, where: '`each`' });
  if (value === undefined)
    throw new EventRejected('schema', `${name}: ${each} is missing; it should be an array of events.`, {
      event: name,
      id: envelope.id,
    });
  // JSONata gives the only element of what it gathers by itself.
  const elements = Array.isArray(value) ? value : [value];
  if (elements.length <= MOST_ELEMENTS) return elements;
  throw new EventRejected(
    'too-many',
    `${name}: ${each} has ${elements.length} elements; at most ${MOST_ELEMENTS} are taken. Send them in several events.`,
    { event: name, id: envelope.id },
  );
};

/**
 * The events of an envelope: one, or one for each element of an array, none where no `where` is true. An element that
 * cannot be read does not stop the others. Throws EventRejected where no declaration knows the envelope.
 */
export const shapesOf = async (catalogue: Catalogue, envelope: Envelope): Promise<ShapeResult[]> => {
  const ways = waysFor(catalogue, envelope);
  if (ways.length === 0) {
    const { id, 'detail-type': name } = envelope;
    throw new EventRejected(
      'unknown-type',
      `No event ${showValue(name)} in events.yaml. Declare it there, or stop sending it to this bus.`,
      { event: name, id },
    );
  }
  const shapes: (ShapeResult | undefined)[] = [];
  for (const [each, rivals] of Map.groupBy(ways, (way) => way.each)) {
    if (each === undefined) {
      shapes.push(await takeFirst(rivals, envelope));
      continue;
    }
    const elements = await elementsOf(each, envelope, rivals[0]!);
    for (const [place, value] of elements.entries()) {
      const at = { each, number: place + 1, of: elements.length };
      const one = await takeFirst(rivals, envelope, { value, at });
      shapes.push(one instanceof EventRejected ? inElement(one, at) : one);
    }
  }
  return shapes.filter((one) => one !== undefined);
};
