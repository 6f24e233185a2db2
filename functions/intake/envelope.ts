import * as z from 'zod';

/** An EventBridge envelope; `time` may be missing on entries that were never on a bus. */
export const Envelope = z.object({
  id: z.string().min(1),
  source: z.string().min(1),
  'detail-type': z.string().min(1),
  time: z.string().optional(),
  detail: z.record(z.string(), z.unknown()),
  /** Of what `redrive` brought back. A bus passes no such word on: no producer can say it. */
  redriven: z.literal(true).optional().catch(undefined),
});
export type Envelope = z.infer<typeof Envelope>;

/** EventBridge's own limit for one entry, in bytes. */
const MAX_BYTES = 256 * 1024;

/** Why an event cannot be taken. It goes to the rejects queue with this, and its batch goes on. */
export class EventRejected extends Error {
  override name = 'EventRejected';
  readonly reason: string;
  readonly event: string | undefined;
  readonly id: string | undefined;
  readonly customer: string | undefined;
  constructor(reason: string, message: string, about: { event?: string; id?: string; customer?: string } = {}) {
    super(message);
    this.reason = reason;
    this.event = about.event;
    this.id = about.id;
    this.customer = about.customer;
  }
}

const found = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80));

/** An envelope from what arrived: a value, or its JSON text. Throws EventRejected. */
export const readEnvelope = (raw: unknown): Envelope => {
  const text = typeof raw === 'string' ? raw : JSON.stringify(raw);
  const bytes = Buffer.byteLength(text ?? '');
  if (bytes > MAX_BYTES) {
    throw new EventRejected(
      'too-large',
      `The event has ${bytes} bytes; EventBridge takes ${MAX_BYTES}. Send a reference instead.`,
    );
  }
  const value = typeof raw === 'string' ? parse(raw) : raw;
  const result = Envelope.safeParse(value);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0] ?? { path: [], message: 'not an envelope' };
  const where = path.join('.') || 'the event';
  const at = path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)?.[key], value);
  const { id, 'detail-type': event } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  throw new EventRejected(
    'malformed',
    `${where} is ${found(at)}: ${message}. An event has id, source, detail-type, time and detail.`,
    { ...(typeof id === 'string' ? { id } : {}), ...(typeof event === 'string' ? { event } : {}) },
  );
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new EventRejected('not-json', `This is not JSON (${(error as Error).message}): ${text.slice(0, 80)}`);
  }
};
