import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Message } from '../../../functions/deliver/channel.ts';
import type { Broadcast } from '../../../functions/shared/stores/broadcasts.ts';
import type { TaskAnswer } from '../../../language/catalogue/task.ts';
import type { Run } from '../functions.ts';
import type { Invocation } from '../invocation.ts';
import type { Flying, StreamRecord } from '../life.ts';
import type { TaskPayload } from '../runs.ts';
import type { RawEvent } from '../traffic.ts';
import { absorb } from './absorb.ts';
import { createAnswerWatch } from './answers.ts';
import { createCommitWatch } from './commits.ts';
import { createEventWatch } from './events.ts';
import { createEveryoneWatch } from './everyone.ts';
import { commitKey, createLedger, createRecord, type ItemSizes } from './ledger.ts';
import { createReservationWatch } from './reservations.ts';
import { createSleeperWatch, timerKey } from './sleepers.ts';
import { keyOf } from './steps.ts';
import { createVerdict, type Verdict } from './verdict.ts';

/** Sees everything that happens to one customer from outside and says which promises of docs/architecture.md were broken. */
export interface Watch {
  published(event: RawEvent, bad?: string): void;
  intakeAnswered(event: RawEvent, answer: string): void;
  /** An event about everyone is begun, over, and told somebody; with what stands under their ids then. */
  broadcastBegan(
    broadcast: Broadcast,
    standing: ReadonlyMap<string, CustomerState>,
    listedTasks: readonly string[],
  ): void;
  broadcastEnded(broadcast: Broadcast, standing: ReadonlyMap<string, CustomerState>): void;
  broadcastDelivered(event: RawEvent): void;
  committed(state: CustomerState, run: Run): void;
  sent(message: Message, attempt: string, now: number): void;
  gave(event: { id: string; type: string; detail: Record<string, unknown> }): void;
  answered(task: TaskPayload, answer: TaskAnswer): void;
  ended(invocation: Invocation, task: TaskPayload | undefined): void;
  runFailed(state: string, error: string, cause: string): void;
  /** A message that will never come. */
  lost(timer: Pick<Flying, 'enrolment' | 'timer' | 'due'>): void;
  /** A commit that nobody will ever carry on. */
  lostCommit(record: StreamRecord): void;
  /** The item is deleted: whoever comes back is new. So many schedules of theirs are left. */
  removed(id: string, schedules: number): void;
  /** A schedule is made when their item is gone. */
  scheduledForNobody(timer: Pick<Flying, 'enrolment' | 'timer'>): void;
  quiet(now: number, flying: Flying[]): void;
  verdict(items: ReadonlyMap<string, CustomerState>, timelineOf: (id: string) => JournalEntry[]): Verdict;
}

export interface WatchOptions {
  customer: string;
  /** Under which they may come: two people until a merge. */
  ids: readonly string[];
  items: ItemSizes;
  trace: (what: string) => void;
  wasOut: (from: number, to: number) => boolean;
}

export const createWatch = ({ customer, ids, items, trace, wasOut }: WatchOptions): Watch => {
  const record = createRecord(customer, trace, items);
  const { broken } = record;

  /** The oracle of one life under one id. */
  const live = (id: string) => {
    const ledger = createLedger(id, record);
    return {
      ledger,
      events: createEventWatch(ledger),
      reservations: createReservationWatch(ledger),
      takeCommit: createCommitWatch(ledger),
      answered: createAnswerWatch(ledger),
      look: createSleeperWatch(ledger, wasOut),
      verdict: createVerdict(ledger),
    };
  };
  type Living = ReturnType<typeof live>;
  const lives = new Map(ids.map((id) => [id, live(id)]));
  /** Ids that lead to another. */
  const aliases = new Map<string, string>();
  const idNow = (id: string): string => {
    const movedTo = aliases.get(id);
    return movedTo === undefined ? id : idNow(movedTo);
  };
  const lifeOf = (id: unknown): Living => (lives.get(idNow(String(id))) ?? lives.get(customer)) as Living;
  const ofEvent = ({ detail, addressed }: Pick<RawEvent, 'detail' | 'addressed'>): Living =>
    lifeOf(addressed?.customer ?? detail.customerId ?? detail.from);
  const everyone = createEveryoneWatch(broken);

  const safely = (work: Promise<void>): void => {
    work.catch((error: Error) => broken('I5', `The oracle failed: ${error.stack}`));
  };

  /** One of two ids is left: what was of it is the other's from now on. Nothing else may be in what is left. */
  const merged = (state: CustomerState, movedTo: string, { catalogue }: Run): void => {
    const from = lifeOf(state.id);
    const into = lifeOf(movedTo);
    if (aliases.has(state.id) || from === into) broken('I6', `${state.id} became an alias of its own person.`);
    if (state.version !== (from.ledger.item?.version ?? 0) + 1) broken('I6', `${state.id} was overtaken by its merge.`);
    const left = [state.attributes, state.enrolments, state.occurrences, state.decisions, state.evidence, state.seen];
    if (left.some((part) => Object.keys(part).length > 0)) broken('I6', `Something is left under ${state.id}.`);
    record.commits++;
    for (const entry of state.journal) {
      const text = JSON.stringify(entry);
      from.ledger.journal.push({ customer: state.id, commit: commitKey(state), text });
      record.hash.update(text);
    }
    absorb(into.ledger, from.ledger, [state.id, movedTo], { at: state.at, mood: catalogue.policy.mood });
    aliases.set(state.id, movedTo);
  };

  const committed = (state: CustomerState, run: Run): void => {
    if (state.movedTo !== undefined) merged(state, state.movedTo, run);
    else if (aliases.has(state.id)) broken('I6', `${state.id} was written, and is an alias.`);
    else safely(lifeOf(state.id).takeCommit(state, run));
  };

  /** Whoever is told of under this id from now on is somebody new. */
  const removed = (id: string, schedules: number): void => {
    if (schedules > 0) broken('I6', `Of somebody who was erased ${schedules} schedules are left.`);
    if (lifeOf(id).ledger.item?.erased === undefined) broken('I6', 'An item was deleted that nobody had erased.');
    if (!aliases.delete(id)) record.erasures++;
    lives.set(id, live(id));
    for (const [alias, movedTo] of aliases) if (movedTo === id) broken('I6', `${alias} leads to ${id}, who is gone.`);
  };

  return {
    published: (event, bad) => ofEvent(event).events.published(event, bad),
    broadcastBegan: everyone.broadcastBegan,
    broadcastEnded: everyone.broadcastEnded,
    broadcastDelivered: (event) => {
      everyone.broadcastDelivered(event);
      if (!record.events.has(event.id)) ofEvent(event).events.published(event);
    },
    intakeAnswered: (event, answer) => ofEvent(event).events.intakeAnswered(event, answer),
    committed,
    sent: (message, ...parameters) => lifeOf(message.customer).reservations.sent(message, ...parameters),
    gave: ({ id, type, detail }) => {
      const { publications, owed } = ofEvent({ detail }).ledger;
      const text = JSON.stringify({ type, detail });
      const before = publications.get(id);
      if (before !== undefined && before !== text) broken('I6', `${id} was published as two different events.`);
      publications.set(id, text);
      // What a customer wrote is handed to the desk under its own name: nobody has decided it.
      if (type === 'desk.reply_received') return;
      const NAMES: Readonly<Record<string, string>> = {
        'agent.task_closed': `${detail.task}/${detail.status}`,
        'agent.task_alone': `${detail.task}/alone`,
      };
      const name = Object.hasOwn(NAMES, type) ? NAMES[type] : detail.decision;
      if (name !== id) broken('I6', `${id} was published as ${name}.`);
      if (!owed.has(id) && record.erasures === 0) broken('I3', `${id} was published without a decision.`);
    },
    answered: (task, answer) => lifeOf(task.customer).answered(task, answer),
    ended: ({ troubles }, task) => {
      if (!task || troubles.length === 0) return;
      const { ledger } = lifeOf(task.customer);
      ledger.stepOf(keyOf(task.enrolment, { at: task.step, visit: task.visit })).alibis.push(...troubles);
    },
    runFailed: (state, error, cause) => broken('I9', `A run failed at ${state}: ${error} ${cause}.`),
    lost: (timer) => void record.lostTimers.add(timerKey(timer)),
    lostCommit: (commit) => {
      record.lostCommits.add(commitKey(commit));
      for (const effect of commit.effects) record.lostTimers.add(timerKey(effect));
    },
    removed,
    scheduledForNobody: ({ enrolment, timer }) =>
      broken('I6', `A schedule for the timer ${timer} of ${enrolment} was made, whose customer is gone.`),
    quiet: (now, flying) => {
      for (const { ledger, look } of new Set(ids.map(lifeOf))) {
        if (!ledger.isDirty) continue;
        ledger.isDirty = false;
        safely(look(now, flying));
      }
    },
    verdict: (items, timelineOf) => {
      everyone.verdict(ids);
      lifeOf(customer).events.verdictOnEvents((event) => ids.some((id) => lifeOf(id).events.isRepeat(event)));
      for (const one of new Set(ids.map(lifeOf))) {
        const own = ids.filter((id) => lifeOf(id) === one);
        const item = own.map((id) => items.get(id)).find((state) => state && state.movedTo === undefined);
        one.verdict(item, new Map(own.map((id) => [id, timelineOf(id)])));
      }
      const { violations, events, commits, sent, decisions, erasures } = record;
      const digest = record.hash.digest('hex');
      return { violations, events: events.size, commits, sent, decisions, erasures, digest };
    },
  };
};
