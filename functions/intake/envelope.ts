import * as z from 'zod';
import { isDeeperThan } from './depth.ts';
import { showValue } from './show-value.ts';

/** Its errors are what should be there, as a message says it. */
const SomeText = z.string({ error: 'a text' }).min(1, 'a text that is not empty');

/** An EventBridge envelope; `time` may be missing on entries that were never on a bus. */
export const Envelope = z.object({
  id: SomeText,
  source: SomeText,
  'detail-type': SomeText,
  time: z.string({ error: 'a text such as 2026-03-02T10:00:00Z' }).optional(),
  detail: z.record(z.string(), z.unknown(), { error: 'the fields of the event, such as {"customerId": "ada"}' }),
  /** Of what `redrive` brought back. A bus passes no such word on: no producer can say it. */
  redriven: z.literal(true).optional().catch(undefined),
  /** Of an event about everyone: the one customer whom this is for, and of which broadcast it is. Nor can any producer say this. */
  addressed: z
    .object({ customer: z.string().min(1), broadcast: z.string().min(1) })
    .optional()
    .catch(undefined),
});
export type Envelope = z.infer<typeof Envelope>;

/** EventBridge's own limit for one event, in bytes: 1 MiB since January 2026. */
const MAX_BYTES = 1024 * 1024;
/** EventBridge's own limit for lists and objects in each other. */
const MAX_DEPTH = 1100;

/** What producers send may be of any length, and cut anywhere. */
const begin = (text: string, most: number): string => text.slice(0, most).toWellFormed();

/** Why an event cannot be taken. It goes to the rejects queue with this, and its batch goes on. */
export class EventRejected extends Error {
  override name = 'EventRejected';
  readonly reason: string;
  readonly event: string | undefined;
  readonly id: string | undefined;
  readonly customer: string | undefined;
  constructor(reason: string, message: string, about: { event?: string; id?: string; customer?: string } = {}) {
    super(begin(message, 1000));
    this.reason = reason;
    this.event = about.event === undefined ? undefined : begin(about.event, 200);
    this.id = about.id === undefined ? undefined : begin(about.id, 200);
    this.customer = about.customer;
  }
}

const tooLarge = (bytes: number) =>
  new EventRejected(
    'too-large',
    `The event has ${bytes} bytes; EventBridge takes ${MAX_BYTES}. Send a reference instead.`,
  );

/** The value that arrived, small and flat enough that whatever looks at it comes to an end. */
const readValue = (raw: unknown): unknown => {
  if (typeof raw === 'string' && Buffer.byteLength(raw) > MAX_BYTES) throw tooLarge(Buffer.byteLength(raw));
  const value = typeof raw === 'string' ? parse(raw) : raw;
  if (isDeeperThan(value, MAX_DEPTH)) {
    throw new EventRejected(
      'too-deep',
      `Lists or objects stand in each other more than ${MAX_DEPTH} times; EventBridge takes no more. Send it flatter.`,
    );
  }
  if (typeof raw === 'string') return value;
  const bytes = Buffer.byteLength(JSON.stringify(raw) ?? '');
  if (bytes > MAX_BYTES) throw tooLarge(bytes);
  return value;
};

const ownText = (value: unknown, name: string): string | undefined => {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const [, text] = entries.find(([key]) => key === name) ?? [];
  return typeof text === 'string' ? text : undefined;
};

/** An envelope from what arrived: a value, or its JSON text. Throws EventRejected. */
export const readEnvelope = (raw: unknown): Envelope => {
  const value = readValue(raw);
  const result = Envelope.safeParse(value);
  if (result.success) return result.data;
  const { path = [], message = '' } = result.error.issues[0] ?? {};
  const where = path.join('.') || 'the event';
  const expected = path.length === 0 ? 'an object in braces' : message;
  const at = path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)?.[key], value);
  const id = ownText(value, 'id');
  const event = ownText(value, 'detail-type');
  throw new EventRejected(
    'malformed',
    `${where} is ${at === undefined ? 'missing' : showValue(at)}; it should be ${expected}. An event has id, source, detail-type, time and detail.`,
    { ...(id === undefined ? {} : { id }), ...(event === undefined ? {} : { event }) },
  );
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new EventRejected('not-json', `This is not JSON (${(error as Error).message}): ${text.slice(0, 80)}`);
  }
};
