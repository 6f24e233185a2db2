import { createAsk } from './ask.ts';
import { DeskEvent, type DeskKind } from './kind.ts';
import { DeskBusy, DeskRefused, type SendToDesk } from './post.ts';
import { subjectOf, withLastingId } from './subject.ts';
import { type DeskAct, type ManyDeps, type Telling, tellOfMany } from './tell-of-many.ts';

interface DeskDeps extends ManyDeps {
  kind: DeskKind;
  ticketType?: string | undefined;
  /** Whether we published it: anybody on the bus can write our source's name. */
  isOurs: (type: string, detail: Record<string, unknown>) => Promise<boolean>;
  send: SendToDesk;
  count?: (name: 'DeskRefused' | 'DeskForged') => void;
}

/**
 * Tells a desk of one event. What the desk took is not posted again: it knows a repeat by its id, or is asked what it has
 * where its answer was lost. Throws DeskRefused, DeskBusy, or what kept the desk from answering.
 */
export const createDesk =
  (deps: DeskDeps) =>
  async (raw: unknown): Promise<DeskAct> => {
    const read = DeskEvent.parse(raw);
    if (!(await deps.isOurs(read['detail-type'], read.detail))) {
      deps.count?.('DeskForged');
      return 'nothing';
    }
    const telling: Telling = { make: (event) => make(deps, event), close: (event) => close(deps, event) };
    return tellOfMany(deps, telling, withLastingId(read));
  };

const make = async (deps: DeskDeps, event: DeskEvent): Promise<DeskAct> => {
  const { kind, tickets, ticketType } = deps;
  const subject = subjectOf(event);
  const ticketRecord = await tickets.find(subject);
  if (ticketRecord?.isMade) return 'repeat';
  const request = kind.requestOf(event, { ticketType });
  if (!request) return 'nothing';
  const isLookedUp = kind.find !== undefined && event['detail-type'] === 'agent.task_created';
  if (isLookedUp && !(await tickets.begin(subject))) throw new DeskBusy();
  const ask = createAsk(deps, event.id);
  if (isLookedUp && ticketRecord) {
    const ticket = await kind.find?.(event, { ticketType }, ask);
    if (ticket !== undefined) {
      await tickets.keep(subject, ticket);
      return 'repeat';
    }
  }
  try {
    await tickets.keep(subject, kind.ticketIn(await ask(request)));
    return 'posted';
  } catch (error) {
    if (isLookedUp && error instanceof DeskRefused && error.isCertain) await tickets.release(subject);
    throw error;
  }
};

const close = async (deps: DeskDeps, event: DeskEvent): Promise<DeskAct> => {
  const { kind, tickets, ticketType } = deps;
  const subject = subjectOf(event);
  const ticketRecord = await tickets.find(subject);
  if (ticketRecord?.isMade === false) throw new DeskBusy();
  // What is over before the desk was told of it, as a queue keeps no order, is no work for it any more.
  if (!ticketRecord) await tickets.keep(subject, undefined);
  const request = kind.requestOf(event, { ticket: ticketRecord?.ticket, ticketType });
  if (!request) return 'nothing';
  try {
    await createAsk(deps, event.id, kind.isClosed)(request);
  } catch (error) {
    if (!(error instanceof DeskRefused && kind.isClosed?.(error.answer))) throw error;
  }
  return 'posted';
};
