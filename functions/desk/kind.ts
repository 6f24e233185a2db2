import * as z from 'zod';

/** An event of ours that a desk is told of, as the bus carries it. */
export const DeskEvent = z.looseObject({
  id: z.string(),
  'detail-type': z.enum(['agent.task_created', 'agent.task_alone', 'agent.task_closed', 'desk.reply_received']),
  time: z.string(),
  detail: z.looseObject({ customerId: z.string() }),
});
export type DeskEvent = z.infer<typeof DeskEvent>;

/** What a desk's own API is asked. */
export interface DeskRequest {
  method: 'GET' | 'POST' | 'PUT';
  /** Below the address that was set; nothing where it is that itself. */
  path?: string;
  headers?: Record<string, string>;
  /** Nothing where something is only looked at. */
  body?: unknown;
}

/** What a desk answers, by HTTP. */
export interface Answer {
  status: number;
  body: string;
  /** What a refusal means, and what to do, where the desk says that in words of its own. */
  why?: string;
}

/** What is known of a task at the desk, and how the company set it up. */
export interface DeskContext {
  /** The desk's own id of what it made of this task, once it has made it. */
  ticket?: string | undefined;
  /** What the desk calls this kind of ticket, where it has kinds. */
  ticketType?: string | undefined;
}

/** What a colleague said at a desk, as the event of ours that it is. */
export interface DeskAnswer {
  type: 'agent.task_taken' | 'agent.task_returned' | 'agent.task_done' | 'agent.task_declined' | 'agent.note_added';
  /** With the `key` by which the same word is known again, however often the desk says it. */
  detail: Record<string, unknown> & { customerId: string; key: string };
  /** When they said so, in milliseconds, where the desk tells. */
  at?: number | undefined;
}

/** The headers of a request, their names in small letters. */
export type Headers = Readonly<Record<string, string | undefined>>;

/** Asks a desk, and answers what it said, read as JSON. Throws where it refuses or does not answer. */
export type AskDesk = (request: DeskRequest) => Promise<unknown>;

/** A desk: what it is asked. */
export interface DeskKind {
  /** Undefined of an event that this desk is not told of. */
  requestOf(event: DeskEvent, context: DeskContext): DeskRequest | undefined;
  /** The desk's own id of what it made, in its answer. */
  ticketIn(answer: unknown): string | undefined;
  /**
   * Looks up what the desk made of a task whose answer was lost; undefined where that is nothing. A desk without it knows a
   * repeat by an id that we send along, however late it comes.
   */
  find?(event: DeskEvent, context: DeskContext, ask: AskDesk): Promise<string | undefined>;
  /** Whether a refusal to close a ticket says that it is closed or gone already. */
  isClosed?(answer: Answer): boolean;
}

/** A desk with a webhook: how it answers. */
export interface WebhookKind extends DeskKind {
  /** Whether a request to us is signed by the desk, with the key that both know. */
  isSigned(headers: Headers, body: string, key: string, now: number): boolean;
  /** What a request to us says; undefined where it says nothing of a task. */
  answerIn(body: unknown, headers: Headers): DeskAnswer | undefined;
}
