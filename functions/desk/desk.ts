import { createAsk } from './ask.ts';
import { DeskEvent, type DeskKind } from './kind.ts';
import { DeskBusy, DeskRefused, type SendToDesk } from './post.ts';
import type { Tickets } from './tickets.ts';

interface DeskDeps {
  kind: DeskKind;
  ticketType?: string | undefined;
  /** Whether we published it: anybody on the bus can write our source's name. */
  isOurs: (type: string, detail: Record<string, unknown>) => Promise<boolean>;
  tickets: Tickets;
  send: SendToDesk;
  count?: (name: 'DeskRefused' | 'DeskForged') => void;
}

type Told = 'posted' | 'repeat' | 'nothing';

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The task that an event is about, or the reply; else the event itself. */
const subjectOf = ({ id, detail: { decision, task, reply } }: DeskEvent): string =>
  textOf(decision) ?? textOf(task) ?? textOf(reply) ?? id;

/** The bus gives an event another id where it is published again, which a desk would take for another event. */
const withLastingId = (event: DeskEvent): DeskEvent => {
  const { status } = event.detail;
  return { ...event, id: `${subjectOf(event)}${textOf(status) === undefined ? '' : `/${status}`}` };
};

/**
 * Tells a desk of one event. What the desk took is not posted again: it knows a repeat by its id, or is asked what it has
 * where its answer was lost. Throws DeskRefused, DeskBusy, or what kept the desk from answering.
 */
export const createDesk =
  (deps: DeskDeps) =>
  async (raw: unknown): Promise<Told> => {
    const read = DeskEvent.parse(raw);
    if (!(await deps.isOurs(read['detail-type'], read.detail))) {
      deps.count?.('DeskForged');
      return 'nothing';
    }
    const event = withLastingId(read);
    return event['detail-type'] === 'agent.task_closed' ? close(deps, event) : make(deps, event);
  };

const OF_MANY =
  'Many customers wait for the same, and this is of the first of them: the console has their list under Tasks, and one answer for all.';

/** Work that an event about everyone gave many: the desk is told of it once, by the first of them, or not at all. */
const onceForMany = async ({ tickets }: DeskDeps, event: DeskEvent): Promise<DeskEvent | undefined> => {
  const { crowd, moment, text } = event.detail;
  if (event['detail-type'] !== 'agent.task_created' || typeof crowd !== 'string') return event;
  const subject = subjectOf(event);
  if ((await tickets.standsFor(JSON.stringify(['many', crowd, moment]), subject)) !== subject) return undefined;
  return { ...event, detail: { ...event.detail, text: `${OF_MANY}\n\n${textOf(text) ?? ''}` } };
};

const make = async (deps: DeskDeps, given: DeskEvent): Promise<Told> => {
  const { kind, tickets, ticketType } = deps;
  const event = await onceForMany(deps, given);
  if (!event) return 'nothing';
  const subject = subjectOf(event);
  const known = await tickets.find(subject);
  if (known?.isMade) return 'repeat';
  const asked = kind.requestOf(event, { ticketType });
  if (!asked) return 'nothing';
  const isLookedUp = kind.find !== undefined && event['detail-type'] === 'agent.task_created';
  if (isLookedUp && !(await tickets.begin(subject))) throw new DeskBusy();
  const ask = createAsk(deps, event.id);
  if (isLookedUp && known) {
    const ticket = await kind.find?.(event, { ticketType }, ask);
    if (ticket !== undefined) {
      await tickets.keep(subject, ticket);
      return 'repeat';
    }
  }
  try {
    await tickets.keep(subject, kind.ticketIn(await ask(asked)));
    return 'posted';
  } catch (error) {
    if (isLookedUp && error instanceof DeskRefused && error.isCertain) await tickets.release(subject);
    throw error;
  }
};

const close = async (deps: DeskDeps, event: DeskEvent): Promise<Told> => {
  const { kind, tickets, ticketType } = deps;
  const subject = subjectOf(event);
  const known = await tickets.find(subject);
  if (known?.isMade === false) throw new DeskBusy();
  // What is over before the desk was told of it, as a queue keeps no order, is no work for it any more.
  if (!known) await tickets.keep(subject, undefined);
  const asked = kind.requestOf(event, { ticket: known?.ticket, ticketType });
  if (!asked) return 'nothing';
  try {
    await createAsk(deps, event.id, kind.isClosed)(asked);
  } catch (error) {
    if (!(error instanceof DeskRefused && kind.isClosed?.(error.answer))) throw error;
  }
  return 'posted';
};
