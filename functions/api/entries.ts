import { parseJson } from '../shared/parse-json.ts';
import { Refused } from './problem.ts';

const bodyInvalid = (message: string): Refused => new Refused(400, message);

/** One event as sent, in the shape of an envelope where it can be brought into it. */
export interface EventEntry {
  id?: string;
  raw: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** PutEvents takes a time as seconds since 1970, or as text. */
const timeOf = (time: unknown): unknown => {
  if (typeof time !== 'number' || !(Math.abs(time) < 8.64e12)) return time;
  return new Date(time * 1000).toISOString();
};

/** An entry of PutEvents as the envelope that the bus makes of it. */
const fromPutEvents = ({ Source, DetailType, Detail, Time }: Record<string, unknown>, id: string) => ({
  id,
  source: Source,
  'detail-type': DetailType,
  ...(Time === undefined ? {} : { time: timeOf(Time) }),
  detail: typeof Detail === 'string' ? (parseJson(Detail) ?? Detail) : Detail,
});

/** One event of a producer: an envelope, to which an id is given where it has none, or an entry of PutEvents. */
export const entryOf = (value: unknown, newId: () => string): EventEntry => {
  if (!isRecord(value)) return { raw: value };
  if ('DetailType' in value || 'Detail' in value) {
    const id = newId();
    return { id, raw: fromPutEvents(value, id) };
  }
  const id = value.id ?? newId();
  return { ...(typeof id === 'string' ? { id } : {}), raw: { ...value, id } };
};

/** The events of a JSON document: a list of them, `{"Entries": […]}` as PutEvents has it, or one; undefined of what holds none. */
export const eventsIn = (whole: unknown): unknown[] | undefined => {
  if (Array.isArray(whole)) return whole;
  if (!isRecord(whole)) return undefined;
  if (!('Entries' in whole)) return [whole];
  return Array.isArray(whole.Entries) ? whole.Entries : undefined;
};

const linesOf = (body: string): string[] => body.split('\n').filter((line) => line.trim() !== '');

/**
 * Events of a body: one EventBridge envelope, a list of them, `{"Entries": […]}` as PutEvents has it, or NDJSON, of which
 * a line that is not JSON is left for the intake to refuse. Throws Refused, 400, where no events can be found in it.
 */
export const readEntries = (body: string, newId: () => string): EventEntry[] => {
  if (body.trim() === '') throw bodyInvalid('The body is empty. Send one EventBridge envelope, or a list of them.');
  const whole = parseJson(body);
  const events = eventsIn(whole);
  if (events) return events.map((value) => entryOf(value, newId));
  if (isRecord(whole)) throw bodyInvalid('Entries should be a list, as PutEvents has it.');
  const lines = linesOf(body);
  if (lines.length < 2 || !lines.some((line) => isRecord(parseJson(line)))) {
    throw bodyInvalid(
      `The body starts with ${JSON.stringify(body.trim().slice(0, 40))}; it should be JSON: an EventBridge envelope, a list of them, {"Entries": […]}, or one envelope a line.`,
    );
  }
  return lines.map((line) => {
    const value = parseJson(line);
    return value === undefined ? { raw: line } : entryOf(value, newId);
  });
};
