import type { RecordAnswer } from '../../core/customer/commands/on-record.ts';
import type { SendAnswer } from '../../core/customer/commands/on-send.ts';
import type { Words } from '../../core/customer/draft.ts';
import type { Facts } from '../../core/customer/model/facts.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Sendable } from '../../language/catalogue/channel.ts';
import { DeliverTask, type TaskAnswer } from '../../language/catalogue/task.ts';
import type { ChangeCustomer } from '../shared/stores/change.ts';
import type { ChannelAdapter, Message } from './channel.ts';

type Reserved = Extract<SendAnswer, { outcome: 'reserved' }>;

export interface DeliverDeps {
  change: ChangeCustomer;
  words: Words;
  /** The message as this customer gets it. */
  compose: (customer: CustomerState, reserved: Reserved) => Message;
  channels: Record<Sendable, ChannelAdapter>;
  /** An id for this invocation: what it reserves, it alone may send. */
  newAttempt: () => string;
  /** How long a reservation is its attempt's alone, in milliseconds: longer than the function's time-out. */
  lease: number;
  now: () => number;
  /** A message that could not be written, or a channel that failed: the decision says so, the log says why. */
  report: (error: unknown) => void;
}

/** Decides one moment for one customer and, if the gate is clear, sends it. At most once where its policy says so. */
export const createDeliver =
  (deps: DeliverDeps) =>
  async (given: unknown): Promise<TaskAnswer> => {
    const task = DeliverTask.parse(given);
    const { task: _, customer, ...asked } = task;
    const { lease, words } = deps;
    const attempt = deps.newAttempt();
    const decided = await deps.change(customer, { kind: 'send', task: asked, attempt, lease, words });
    if (decided.answer.outcome !== 'reserved')
      return toMachine(task, decided.answer, decided.facts(task.facts), deps.now());
    const receipt = await send(deps, decided.after, decided.answer);
    const { enrolment, step, ends } = task;
    const record = { kind: 'record' as const, enrolment, step, attempt, ends, receipt };
    const recorded = await deps.change(customer, record, decided.after);
    return toMachine(task, recorded.answer, recorded.facts(task.facts), deps.now());
  };

/** A message that cannot be written is refused; a channel that fails midway may have sent it, so nobody knows. */
const send = async (deps: DeliverDeps, customer: CustomerState, reserved: Reserved) => {
  let message: Message;
  try {
    message = deps.compose(customer, reserved);
  } catch (error) {
    deps.report(error);
    return 'refused';
  }
  try {
    const receipt = await deps.channels[message.channel].send(message);
    return receipt.result;
  } catch (error) {
    deps.report(error);
    return 'none';
  }
};

const toMachine = (task: DeliverTask, answer: RecordAnswer, customer: Facts, now: number): TaskAnswer => {
  if (!('until' in answer)) return { outcome: answer.outcome, customer, parks: 0 };
  const seconds = Math.max(1, Math.ceil((answer.until - now) / 1000));
  return answer.outcome === 'later'
    ? { outcome: 'later', customer, seconds, parks: task.parks }
    : { outcome: 'held', customer, seconds, parks: task.parks + 1 };
};
