import type { StepAnswer, StopAnswer } from '../../language/catalogue/task.ts';
import { ownValue } from '../own-value.ts';
import { comeToRest } from './come-to-rest.ts';
import { CustomerBeingErased, onErase } from './commands/on-erase.ts';
import { type EventAnswer, isMereAnswer, onEvent } from './commands/on-event.ts';
import { type GrantAnswer, type GrantCommand, onGrant } from './commands/on-give.ts';
import { onRecord, type RecordCommand } from './commands/on-record.ts';
import { onTask, type TaskCommand, type TaskOutcome } from './commands/on-task.ts';
import { type Draft, factsNamed, type ReduceDeps } from './draft.ts';
import { finishChange } from './finish-change.ts';
import { settleGestures } from './gestures/settle.ts';
import { leaveAfterLease } from './leave.ts';
import { cloneState } from './model/clone-state.ts';
import type { Enrolment } from './model/enrolment.ts';
import { type Facts, knownSinceOf } from './model/facts.ts';
import type { IncomingEvent } from './model/incoming.ts';
import type { Millis } from './model/millis.ts';
import type { CustomerState } from './model/state.ts';
import { noteBefore } from './note-before.ts';
import { settlePromises } from './promises/settle.ts';
import { wakeHeld } from './question.ts';
import { takeOver } from './retire.ts';

export type Command =
  | { kind: 'event'; event: IncomingEvent }
  | ({ kind: 'task' } & TaskCommand)
  | ({ kind: 'record' } & RecordCommand)
  | ({ kind: 'grant' } & GrantCommand)
  /** Whatever time alone has brought about. */
  | { kind: 'settle' }
  /** `asked`: by the customer, at that time; who came to be known later is somebody else. */
  | { kind: 'erase'; asked?: Millis };

/** What a command comes to, by its kind. */
export interface Answers {
  event: EventAnswer;
  task: TaskOutcome;
  record: StepAnswer | StopAnswer;
  grant: GrantAnswer;
  settle: 'settled';
  /** `kept`: there is nobody who asked. */
  erase: 'erased' | 'kept';
}

/** What a journey's conditions read, as it is after a command. */
export interface Readings {
  customer: Facts;
  heard: Record<string, unknown>;
}

export interface Reduced<C extends Command> {
  /** The item to commit; undefined where nothing changed. */
  state?: CustomerState;
  answer: Answers[C['kind']];
  readings: (journey: string, enrolment: string) => Readings;
}

/**
 * One change of one customer: what the command means, then everything that must hold after any change. Pure but for the
 * promise that JSONata needs. `now` is taken as no earlier than the item's last commit. Throws CatalogueOlder and
 * CustomerBeingErased: both are tried again later.
 */
export const reduce = async <C extends Command>(
  before: CustomerState,
  command: C,
  now: Millis,
  deps: ReduceDeps,
): Promise<Reduced<C>> => {
  const state: CustomerState = cloneState(before);
  const draft: Draft = { state, now: Math.max(now, before.at), deps };
  if (command.kind === 'erase') return erase(before, draft, command.asked) as Reduced<C>;
  takeOver(draft);
  leaveAfterLease(draft);
  // An event may keep what would break now; to anything else it is broken already.
  if (command.kind !== 'event') await settlePromises(draft, before.promises);
  const handled = await handle(draft, command);
  const rested = await comeToRest(draft);
  const answer = (rested.get(enrolmentOf(command, before)) ?? handled) as Answers[C['kind']];
  await settlePromises(draft, before.promises);
  await wakeHeld(draft);
  settleGestures(draft);
  const readings = (journey: string, enrolment: string) => readingsOf(draft, journey, enrolment);
  if (!isChanged(before, state)) return { answer, readings };
  await finishChange(draft, before);
  return { state, answer, readings };
};

const nothingToRead = (): Readings => ({ customer: {}, heard: {} });

/** The last commit of a life. A second one empties nothing more: it sends the mark through the stream again, should it be stuck. */
const erase = (before: CustomerState, draft: Draft, askedAt: Millis | undefined): Reduced<{ kind: 'erase' }> => {
  const isNobody = before.version === 0 || before.erased !== undefined || knownSinceOf(before) > (askedAt ?? draft.now);
  if (askedAt !== undefined && isNobody) return { answer: 'kept', readings: nothingToRead };
  const state = { ...(before.erased === undefined ? onErase(draft) : cloneState(before)), version: before.version + 1 };
  noteBefore(state, before);
  return { answer: 'erased', readings: nothingToRead, state };
};

const handle = async (
  draft: Draft,
  command: Exclude<Command, { kind: 'erase' }>,
): Promise<Answers[Command['kind']]> => {
  switch (command.kind) {
    case 'event':
      if (draft.state.erased === undefined) return onEvent(draft, command.event);
      // It would make them known again, once they are gone.
      if (isMereAnswer(draft, command.event)) return 'skipped';
      throw new CustomerBeingErased();
    case 'task':
      return onTask(draft, command);
    case 'record':
      return onRecord(draft, command);
    case 'grant':
      return onGrant(draft, command);
    case 'settle':
      return 'settled';
  }
};

/** Whose run asks. */
const enrolmentOf = (command: Command, { enrolments }: CustomerState): string => {
  if ('enrolment' in command) return command.enrolment;
  if (command.kind !== 'grant') return '';
  return Object.keys(enrolments).find((id) => enrolments[id]!.giving === command.gesture) ?? '';
};

/** Whether two enrolments hold the same values under the same names; what is undefined is not there. */
const isSame = (one: Readonly<Enrolment>, other: Readonly<Enrolment>): boolean => {
  for (const name in one) if (one[name as keyof Enrolment] !== other[name as keyof Enrolment]) return false;
  for (const name in other) if (other[name as keyof Enrolment] !== undefined && !Object.hasOwn(one, name)) return false;
  return true;
};

/** Values inside an enrolment are replaced, not written into, so that the same value is the same object. */
const areSame = (after: CustomerState['enrolments'], before: CustomerState['enrolments']): boolean => {
  for (const id of Object.keys(before)) if (!Object.hasOwn(after, id)) return false;
  for (const id of Object.keys(after)) {
    const earlier = ownValue(before, id);
    if (earlier === undefined || !isSame(after[id] as Enrolment, earlier)) return false;
  }
  return true;
};

/** An event that was taken is remembered; all else that changes something is journalled, or stands in an enrolment. */
const isChanged = (before: CustomerState, after: CustomerState): boolean =>
  after.seen !== before.seen || after.journal.length > 0 || !areSame(after.enrolments, before.enrolments);

const readingsOf = (draft: Draft, journey: string, enrolment: string): Readings => ({
  customer: factsNamed(draft, ownValue(draft.deps.catalogue.journeys, journey)?.inputNames.customer ?? []),
  heard: ownValue(draft.state.enrolments, enrolment)?.heard ?? {},
});
