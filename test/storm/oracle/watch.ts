import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Message } from '../../../functions/deliver/channel.ts';
import type { TaskAnswer } from '../../../language/catalogue/task.ts';
import type { Run } from '../functions.ts';
import type { Invocation } from '../invocation.ts';
import type { Flying, StreamRecord } from '../life.ts';
import type { TaskPayload } from '../runs.ts';
import type { RawEvent } from '../traffic.ts';
import { createAnswerWatch } from './answers.ts';
import { createCommitWatch } from './commits.ts';
import { createEventWatch } from './events.ts';
import { createLedger, createRecord } from './ledger.ts';
import { createReservationWatch } from './reservations.ts';
import { createSleeperWatch, timerKey } from './sleepers.ts';
import { keyOf } from './steps.ts';
import { createVerdict, type Verdict } from './verdict.ts';

/** Sees everything that happens to one customer from outside and says which promises of docs/architecture.md were broken. */
export interface Watch {
  published(event: RawEvent, bad?: string): void;
  taken(event: RawEvent, answer: string): void;
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
  removed(schedules: number): void;
  /** A schedule is made when their item is gone. */
  scheduledForNobody(timer: Pick<Flying, 'enrolment' | 'timer'>): void;
  quiet(now: number, flying: Flying[]): void;
  verdict(item: CustomerState | undefined, timeline: JournalEntry[]): Verdict;
}

export interface WatchOptions {
  customer: string;
  trace: (what: string) => void;
  wasOut: (from: number, to: number) => boolean;
}

export const createWatch = ({ customer, trace, wasOut }: WatchOptions): Watch => {
  const record = createRecord(customer, trace);
  const { broken } = record;

  /** The oracle of one life. */
  const live = () => {
    const ledger = createLedger(customer, record);
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
  let life = live();

  const safely = (work: Promise<void>): void => {
    work.catch((error: Error) => broken('I5', `The oracle failed: ${error.stack}`));
  };

  return {
    published: (...given) => life.events.published(...given),
    taken: (...given) => life.events.taken(...given),
    committed: (state, run) => safely(life.takeCommit(state, run)),
    sent: (...given) => life.reservations.sent(...given),
    gave: ({ id, type, detail }) => {
      const { given, owed } = life.ledger;
      const text = JSON.stringify({ type, detail });
      const before = given.get(id);
      if (before !== undefined && before !== text) broken('I6', `${id} was published as two different events.`);
      given.set(id, text);
      if (detail.decision !== id) broken('I6', `${id} was published as ${detail.decision}.`);
      if (!owed.has(id) && record.erasures === 0) broken('I3', `${id} was published without a decision.`);
    },
    answered: (...given) => life.answered(...given),
    ended: ({ troubles }, task) => {
      if (!task || troubles.length === 0) return;
      life.ledger.stepOf(keyOf(task.enrolment, { at: task.step, visit: task.visit })).alibis.push(...troubles);
    },
    runFailed: (state, error, cause) => broken('I9', `A run failed at ${state}: ${error} ${cause}.`),
    lost: (timer) => void life.ledger.lostTimers.add(timerKey(timer)),
    lostCommit: ({ version, effects }) => {
      life.ledger.lostCommits.add(version);
      for (const effect of effects) life.ledger.lostTimers.add(timerKey(effect));
    },
    removed: (schedules) => {
      if (schedules > 0) broken('I6', `Of somebody who was erased ${schedules} schedules are left.`);
      if (life.ledger.item?.erased === undefined) broken('I6', 'An item was deleted that nobody had erased.');
      record.erasures++;
      life = live();
    },
    scheduledForNobody: ({ enrolment, timer }) =>
      broken('I6', `A schedule for the timer ${timer} of ${enrolment} was made, whose customer is gone.`),
    quiet: (now, flying) => {
      if (!life.ledger.isDirty) return;
      life.ledger.isDirty = false;
      safely(life.look(now, flying));
    },
    verdict: (item, timeline) => {
      life.events.verdictOnEvents();
      return life.verdict(item, timeline);
    },
  };
};
