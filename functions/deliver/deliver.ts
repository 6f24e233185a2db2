import type { Reserved } from '../../core/customer/commands/on-send.ts';
import type { Words } from '../../core/customer/draft.ts';
import type { KnownMark } from '../../core/customer/model/address-mark.ts';
import type { Attribute } from '../../core/customer/model/attribute.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { isBarred } from '../../core/gate/barred.ts';
import { momentsSent } from '../../core/gate/stand-ins.ts';
import { ownValue } from '../../core/own-value.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { addressOf, type Sendable } from '../../language/catalogue/channel.ts';
import { MINUTE } from '../../language/catalogue/milliseconds.ts';
import { DeliverTask, type TaskAnswer } from '../../language/catalogue/task.ts';
import { answerOf } from '../shared/answer.ts';
import { readTask } from '../shared/read-task.ts';
import type { SpentOf } from '../shared/spent.ts';
import type { AddressBook } from '../shared/stores/address-book.ts';
import type { ChangeCustomer } from '../shared/stores/change.ts';
import type { ChannelAdapter, Message, Receipt } from './channel.ts';
import type { Pace } from './pace.ts';

/** How long a reservation is its attempt's alone, in milliseconds: longer than the function's time-out of 30 seconds. */
export const LEASE = MINUTE;

export interface DeliverDeps {
  change: ChangeCustomer;
  /** Records what became of a message: also by a newer catalogue than decided it, where one has come meanwhile. `change` if not given. */
  record?: ChangeCustomer;
  words: Words;
  catalogue: Pick<Catalogue, 'policy' | 'moments' | 'journeys'>;
  /** Of gestures that a moment would offer, those for which there is no room any more. */
  spentOf: SpentOf;
  addresses: Pick<AddressBook, 'read'>;
  /** The message as this customer gets it. */
  compose: (customer: CustomerState, reserved: Reserved) => Message;
  channels: Record<Sendable, ChannelAdapter>;
  /** An id for this invocation: what it reserves, it alone may send. */
  newAttempt: () => string;
  /** How long a reservation is its attempt's alone, in milliseconds: longer than the function's time-out. */
  lease: number;
  /** Where the channel must not be given everything at once. */
  pace?: Pace | undefined;
  /** A channel that did not take a message, for those who look after it. */
  notice?: (trouble: ChannelTrouble) => void;
  /** A message that could not be written, or a channel that failed: the decision says so, the log says why. */
  report: (error: unknown) => void;
}

/** `down`, and why: an operator has to mend something. `paced`: it is not its turn yet. */
export interface ChannelTrouble {
  what: 'busy' | 'down' | 'paced';
  channel: Sendable;
  reason?: string;
}

/** Decides one moment for one customer and, if the gate is clear, sends it. At most once where its policy says so. */
export const createDeliver =
  (deps: DeliverDeps) =>
  async (payload: unknown): Promise<TaskAnswer> => {
    const task = readTask(DeliverTask, payload);
    const { customer, journey, enrolment, step, visit } = task;
    const { lease, words } = deps;
    const attempt = deps.newAttempt();
    const spent = await spentFor(deps, task);
    const sending = { attempt, lease, words, spent };
    const decided = await deps.change(customer, { ...task, kind: 'task', sending });
    if (typeof decided.answer === 'string') return answerOf(decided.answer, decided.readings(journey, enrolment));
    // What is given is no task of this function: the machine and the catalogue are of two versions.
    if ('offered' in decided.answer) return answerOf('elsewhere', decided.readings(journey, enrolment));
    const { reserved } = decided.answer;
    const { result: receipt, ...details } = await send(deps, decided.after, reserved);
    // Nobody knows whether it went out: the lease runs out, and then the purpose's policy says what to do.
    if (receipt === 'none') return answerOf('later', decided.readings(journey, enrolment));
    const { because } = reserved;
    const record = { kind: 'record' as const, enrolment, step, visit, attempt, receipt, because, ...details };
    const recorded = await (deps.record ?? deps.change)(customer, record, decided.after);
    return answerOf(recorded.answer, recorded.readings(journey, enrolment));
  };

/** Few moments offer gestures, or may be replaced by one that does: nothing is asked for others. */
const spentFor = async ({ catalogue, spentOf }: DeliverDeps, { journey, step }: DeliverTask): Promise<string[]> => {
  const sent = ownValue(ownValue(catalogue.journeys, journey)?.steps ?? {}, step);
  if (sent?.kind !== 'send') return [];
  const moments = momentsSent(sent, journey, catalogue);
  const offered = new Set(moments.flatMap((moment) => ownValue(catalogue.moments, moment)?.gestures ?? []));
  return offered.size > 0 ? spentOf([...offered]) : [];
};

interface Sent {
  result: Receipt['result'] | 'unwritten' | 'barred';
  optedOut?: boolean;
  address?: Attribute['value'];
  marks?: KnownMark[];
  turn?: number;
}

/** What is known of the address at the last moment, from whoever had it; undefined where that cannot be read. */
const knownOf = async (
  { addresses, report }: DeliverDeps,
  { channel, to }: Message,
): Promise<KnownMark[] | undefined> => {
  if (to === undefined) return [];
  try {
    return await addresses.read(channel, to);
  } catch (error) {
    report(error);
    return undefined;
  }
};

/** When a message may go out; undefined where it may at once. A pace that cannot be asked holds nobody up: the provider knows its own. */
const turnOf = async ({ pace, report }: DeliverDeps, message: Message): Promise<number | undefined> => {
  try {
    return await pace?.(message);
  } catch (error) {
    report(error);
    return undefined;
  }
};

/** A message that cannot be written is surely not sent; a channel that fails midway may have sent it, so nobody knows. */
const send = async (deps: DeliverDeps, customer: CustomerState, reserved: Reserved): Promise<Sent> => {
  let message: Message;
  try {
    message = deps.compose(customer, reserved);
  } catch (error) {
    deps.report(error);
    return { result: 'unwritten' };
  }
  const marks = await knownOf(deps, message);
  if (marks === undefined) return { result: 'busy' };
  if (isBarred(customer, message, marks, deps.catalogue)) {
    const address = customer.attributes[addressOf(message.channel) ?? '']?.value;
    return { result: 'barred', marks, ...(address === undefined ? {} : { address }) };
  }
  try {
    const turn = reserved.hasTurn ? undefined : await turnOf(deps, message);
    if (turn !== undefined) {
      deps.notice?.({ what: 'paced', channel: message.channel });
      return { result: 'busy', turn };
    }
    const receipt = await deps.channels[message.channel].send(message);
    const { result } = receipt;
    if (result === 'busy') deps.notice?.({ what: result, channel: message.channel });
    if (result === 'down') deps.notice?.({ what: result, channel: message.channel, reason: receipt.reason });
    return { result, ...(result === 'refused' && receipt.optedOut ? { optedOut: true } : {}) };
  } catch (error) {
    deps.report(error);
    return { result: 'none' };
  }
};
