import { parseJson } from '../shared/parse-json.ts';
import { DeskEvent, type DeskKind, type DeskRequest } from './kind.ts';
import { SIGNED, signatureOf } from './kinds/generic.ts';
import { DeskRefused, type Post, type PostToDesk } from './post.ts';

/** What both know: the key by which we sign, and what the desk's own API wants of whoever asks it. */
export interface DeskSecret {
  key: string;
  /** The whole header, such as `Bearer …`; none where it is empty. */
  authorization?: string | undefined;
}

/** Port: what a desk made of our tasks, for 90 days. */
export interface Tickets {
  /** Undefined of what was not posted yet; its `ticket` is missing where the desk does not say what it made. */
  find(task: string): Promise<{ ticket?: string } | undefined>;
  keep(task: string, ticket: string | undefined): Promise<void>;
}

interface DeskDeps {
  kind: DeskKind;
  url: string;
  ticketType?: string | undefined;
  secret: () => Promise<DeskSecret>;
  /** Whether we published it: anybody on the bus can write our source's name. */
  isOurs: (type: string, detail: Record<string, unknown>) => Promise<boolean>;
  tickets: Tickets;
  post: PostToDesk;
  now: () => number;
  count?: (name: 'DeskRefused' | 'DeskForged') => void;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What an event is about: the task by its decision, or the event itself. */
const subjectOf = ({ id, detail: { decision, task } }: DeskEvent): string => textOf(decision) ?? textOf(task) ?? id;

/**
 * Tells a desk of one event. What was posted is not posted again, as far as the desk said that it took it; a desk that takes
 * it and does not say so knows a repeat by its id. Throws DeskRefused, or what kept the desk from answering.
 */
export const createDesk =
  (deps: DeskDeps) =>
  async (raw: unknown): Promise<'posted' | 'repeat' | 'nothing'> => {
    const event = DeskEvent.parse(raw);
    if (!(await deps.isOurs(event['detail-type'], event.detail))) {
      deps.count?.('DeskForged');
      return 'nothing';
    }
    const subject = subjectOf(event);
    const known = await deps.tickets.find(subject);
    const isNew = event['detail-type'] !== 'agent.task_closed';
    if (isNew && known) return 'repeat';
    const asked = deps.kind.requestOf(event, { ticket: known?.ticket, ticketType: deps.ticketType });
    if (!asked) return 'nothing';
    const answer = await ask(deps, postOf(asked, deps.url, await deps.secret(), { id: event.id, now: deps.now() }));
    if (isNew) await deps.tickets.keep(subject, deps.kind.ticketIn(parseJson(answer)));
    return 'posted';
  };

/** The text that the desk answers. */
const ask = async ({ post, count = () => {} }: DeskDeps, asked: Post): Promise<string> => {
  try {
    const { status, body } = await post(asked);
    if (status < 200 || status > 299) throw new DeskRefused(status);
    return body;
  } catch (error) {
    count('DeskRefused');
    throw error;
  }
};

const postOf = (
  { method, path = '', headers, body }: DeskRequest,
  base: string,
  { key, authorization }: DeskSecret,
  { id, now }: { id: string; now: number },
): Post => {
  const text = JSON.stringify(body);
  const at = String(Math.floor(now / 1000));
  return {
    method,
    url: new URL(`${base.replace(/\/$/, '')}${path}`),
    headers: {
      'content-type': 'application/json',
      'user-agent': 'tactful',
      ...headers,
      [SIGNED.id]: id,
      [SIGNED.at]: at,
      [SIGNED.signature]: signatureOf(key, at, text),
      ...(authorization ? { authorization } : {}),
    },
    body: text,
  };
};
