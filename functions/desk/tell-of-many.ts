import type { DecisionEntry } from '../../core/customer/model/journal.ts';
import { ownValue } from '../../core/own-value.ts';
import type { WorkOfMany } from '../shared/stores/crowds.ts';
import type { Queue } from '../shared/stores/queue.ts';
import type { CustomerStore } from '../shared/stores/store.ts';
import type { DeskEvent } from './kind.ts';
import { manyReference } from './many.ts';
import { DeskBusy } from './post.ts';
import { subjectOf, textOf, withLastingId } from './subject.ts';
import type { Standing, Tickets } from './tickets.ts';

/** What became of telling a desk: it was posted, it had been before, or there was nothing to post. */
export type DeskAct = 'posted' | 'repeat' | 'nothing';

/** How a desk is told of one ticket. */
export interface Telling {
  make: (event: DeskEvent) => Promise<DeskAct>;
  close: (event: DeskEvent) => Promise<DeskAct>;
}

/** Work as it was given: when, and to whom by the id of then. */
export interface GivenTask {
  customer: string;
  task: string;
  at: string;
}

export interface ManyDeps {
  tickets: Tickets;
  /** Lists of work, and the items in which it stands: lists are a moment behind. */
  work: Pick<Queue, 'page'>;
  load: CustomerStore['load'];
  /** The words by which work was given; undefined where they are not kept any more. */
  wordsOf: (task: GivenTask) => Promise<DecisionEntry['message']>;
  now: () => number;
}

const OF_MANY =
  'Many customers wait for the same, and this is of all of them: who closes it says so to each who still waits. The console has their list under Tasks.';
const NOBODY = 'Nobody waits for it any more.';
const NO_WORDS = 'What to do stands in the console, under Tasks.';

/** In milliseconds: lists have caught up with what happened so long ago. */
const CAUGHT_UP = 150_000;
const PAGE = 50;
const MOST_PAGES = 20;

const manyIn = ({ detail: { crowd, moment } }: DeskEvent): WorkOfMany | undefined =>
  typeof crowd === 'string' && typeof moment === 'string' ? { crowd, moment } : undefined;

/**
 * Tells a desk of one event. Work that an event about everyone gave many is one ticket, for as long as anybody waits for it; whoever
 * is one of them no more has a ticket of their own.
 */
export const tellOfMany = async (deps: ManyDeps, telling: Telling, event: DeskEvent): Promise<DeskAct> => {
  const many = manyIn(event);
  switch (event['detail-type']) {
    case 'agent.task_created':
      return many ? makeOfMany(deps, telling, many, event) : telling.make(event);
    case 'agent.task_alone': {
      const act = await telling.make(await ofOne(deps, event));
      if (many) await leave(deps, telling, many, event);
      return act;
    }
    case 'agent.task_closed':
      return many ? closeOfMany(deps, telling, many, event) : telling.close(event);
    default:
      return telling.make(event);
  }
};

/** As much of an event as is of all of them. */
const asMany = (event: DeskEvent, ticket: string): DeskEvent =>
  withLastingId({ ...event, detail: { ...event.detail, decision: ticket, task: ticket } });

const makeOfMany = async (
  { tickets }: ManyDeps,
  { make }: Telling,
  many: WorkOfMany,
  event: DeskEvent,
): Promise<DeskAct> => {
  const task = subjectOf(event);
  // A queue keeps no order: it may be over, or by itself, before anybody is told of it.
  if (await tickets.find(task)) return 'nothing';
  const ticket = manyReference(many, task);
  const standing = await tickets.standsFor(many, { task, ticket });
  if (standing.task !== task || standing.ticket !== ticket) return 'nothing';
  const text = `${OF_MANY}\n\n${textOf(event.detail.text) ?? ''}`;
  return make(asMany({ ...event, detail: { ...event.detail, text } }, ticket));
};

/** Work that is one of many no more, as if it were given now. */
const ofOne = async ({ wordsOf }: ManyDeps, event: DeskEvent): Promise<DeskEvent> => {
  const { crowd: _, given, of, due, ...about } = event.detail;
  const task = subjectOf(event);
  const customer = textOf(of) ?? about.customerId;
  const { crowd: __, ...words } = (await wordsOf({ customer, task, at: textOf(given) ?? event.time })) ?? {
    subject: textOf(about.moment) ?? task,
    text: NO_WORDS,
  };
  const detail = { ...about, decision: task, ...words, ...(textOf(due) !== undefined && { due }) };
  return withLastingId({ ...event, 'detail-type': 'agent.task_created', detail });
};

const closeOfMany = async (deps: ManyDeps, telling: Telling, many: WorkOfMany, event: DeskEvent): Promise<DeskAct> => {
  const { tickets } = deps;
  const task = subjectOf(event);
  const standing = await tickets.standing(many);
  if (standing?.task === task && standing.ticket === task) {
    // An earlier release kept the first task's own ticket for all of them.
    await tickets.passOn(many, standing, undefined);
    return telling.close(event);
  }
  if (!(await tickets.find(task))) await tickets.keep(task, undefined);
  return leave(deps, telling, many, event);
};

/** A task is none of many any more. Where it stood for them another does, and where none is left their ticket is closed. */
const leave = async (deps: ManyDeps, { close }: Telling, many: WorkOfMany, event: DeskEvent): Promise<DeskAct> => {
  const { tickets, now } = deps;
  const standing = await tickets.standing(many);
  if (!standing || standing.task !== subjectOf(event)) return 'nothing';
  if (now() - Date.parse(event.time) < CAUGHT_UP) throw new DeskBusy();
  const last = await passOn(deps, many, standing);
  if (!last || !(await tickets.passOn(many, last, undefined))) return 'nothing';
  const detail = { status: 'expired', reason: NOBODY, ...event.detail };
  return close(asMany({ ...event, 'detail-type': 'agent.task_closed', detail }, last.ticket));
};

/** Lets the first of many stand for them that is open; where none is, answers who stands for them last. */
const passOn = async (
  { tickets, work, load }: ManyDeps,
  many: WorkOfMany,
  from: Standing,
): Promise<Standing | undefined> => {
  const isOpen = async ({ customer, task }: { customer: string; task: string }): Promise<boolean> => {
    const customerWork = ownValue((await load(customer))?.tasks ?? {}, task);
    return customerWork?.state === 'open' && customerWork.crowd === many.crowd;
  };
  let last = from;
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items, next } = await work.page({ list: 'open', of: many }, { count: PAGE, after });
    for (const one of items) {
      if (one.task === last.task || !(await isOpen(one))) continue;
      if (!(await tickets.passOn(many, last, one.task))) return undefined;
      last = { ...last, task: one.task };
      // It is looked at again: had it been closed just before it stood for the others, nobody would tell the desk of that.
      if (await isOpen(one)) return undefined;
    }
    if (next === undefined) return last;
    after = next;
  }
  throw new DeskBusy();
};
