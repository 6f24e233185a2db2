import type { Effect } from '../../../core/customer/model/effect.ts';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Message } from '../../../functions/deliver/channel.ts';
import type { TaskAnswer } from '../../../language/catalogue/task.ts';
import type { Run } from '../functions.ts';
import type { Invocation } from '../invocation.ts';
import type { TaskPayload } from '../machines.ts';
import type { RawEvent } from '../traffic.ts';
import { createAnswerWatch } from './answers.ts';
import { createCommitWatch } from './commits.ts';
import { createEventWatch } from './events.ts';
import { createLedger } from './ledger.ts';
import { createReservationWatch } from './reservations.ts';
import { createSleeperWatch } from './sleepers.ts';
import { createVerdict, type Verdict } from './verdict.ts';

/** Sees everything that happens to one customer from outside and says which promises of docs/architecture.md were broken. */
export interface Watch {
  published(event: RawEvent, bad?: string): void;
  taken(event: RawEvent, answer: string): void;
  committed(state: CustomerState, run: Run): void;
  sent(message: Message, attempt: string, now: number): void;
  gave(event: { id: string; type: string; detail: Record<string, unknown> }): void;
  told(payload: TaskPayload, answer: TaskAnswer): void;
  resumed(payload: TaskPayload, answer: TaskAnswer): void;
  ended(invocation: Invocation, task: TaskPayload | undefined): void;
  started(execution: string, input: { enrolment: string; phase: string }): void;
  finished(execution: string, status: string, error: string | undefined): void;
  dead(effect: Effect): void;
  quiet(sleepers: { execution: string; payload: TaskPayload }[]): void;
  verdict(item: CustomerState | undefined, timeline: JournalEntry[], open: number): Verdict;
}

export const createWatch = (customer: string, trace: (what: string) => void): Watch => {
  const ledger = createLedger(customer, trace);
  const { entered, executions, given, owed, stepOf, broken } = ledger;
  const { published, taken, verdictOnEvents } = createEventWatch(ledger);
  const { sent } = createReservationWatch(ledger);
  const takeCommit = createCommitWatch(ledger);
  const { told, resumed } = createAnswerWatch(ledger);
  const look = createSleeperWatch(ledger);
  const verdict = createVerdict(ledger);

  const safely = (work: Promise<void>): void => {
    work.catch((error: Error) => broken('I5', `The oracle failed: ${error.stack}`));
  };

  return {
    published,
    taken,
    committed: (state, run) => safely(takeCommit(state, run)),
    sent,
    gave: ({ id, type, detail }) => {
      const text = JSON.stringify({ type, detail });
      const before = given.get(id);
      if (before !== undefined && before !== text) broken('I6', `${id} was published as two different events.`);
      given.set(id, text);
      if (detail.decision !== id) broken('I6', `${id} was published as ${detail.decision}.`);
      if (!owed.has(id)) broken('I3', `${id} was published without a decision.`);
    },
    told,
    resumed,
    ended: ({ troubles }, task) => {
      if (task && troubles.length > 0) stepOf(`${task.enrolment}/${task.step}`).alibis.push(...troubles);
    },
    started: (execution, { enrolment }) => {
      if (executions.has(execution)) broken('I6', `The execution ${execution} was started twice.`);
      if (!entered.has(enrolment)) broken('I3', `${execution} was started for nobody.`);
      executions.set(execution, 'running');
    },
    finished: (execution, status, error) => {
      executions.set(execution, status);
      if (status === 'failed') broken('I9', `The execution ${execution} failed: ${error}.`);
    },
    dead: (effect) => {
      if (effect.type === 'start') ledger.due.delete(effect.execution);
      if (effect.type === 'resume') broken('I9', `A resume of ${effect.step} was given up.`);
    },
    quiet: (sleepers) => {
      if (!ledger.isDirty) return;
      ledger.isDirty = false;
      safely(look(sleepers));
    },
    verdict: (...given) => {
      verdictOnEvents();
      return verdict(...given);
    },
  };
};
