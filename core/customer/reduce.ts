import { isDeepStrictEqual } from 'node:util';
import type { AdvanceTask, TaskAnswer } from '../../language/catalogue/task.ts';
import { own } from '../own.ts';
import { onEmit, onFinish, onPark, wakeParked } from './commands/on-advance.ts';
import { CustomerBeingErased, isNobody, onErase } from './commands/on-erase.ts';
import { type EventAnswer, onEvent } from './commands/on-event.ts';
import { onDecide, onListen } from './commands/on-listen.ts';
import { onRecord, type RecordAnswer, type RecordCommand } from './commands/on-record.ts';
import { onSend, type SendAnswer, type SendCommand } from './commands/on-send.ts';
import { pruneDecisions, settleLapsed } from './decision.ts';
import { type Draft, factsNamed, type ReduceDeps } from './draft.ts';
import { endEnrolment } from './enrolment.ts';
import { copyState } from './model/copy-state.ts';
import type { Facts } from './model/facts.ts';
import type { IncomingEvent } from './model/incoming.ts';
import type { CustomerState, Millis } from './model/state.ts';
import { pruneOccurrences } from './occurrence.ts';

export type Command =
  | { kind: 'event'; event: IncomingEvent }
  | ({ kind: 'send' } & SendCommand)
  | ({ kind: 'record' } & RecordCommand)
  | { kind: 'advance'; task: AdvanceTask }
  | { kind: 'erase' };

/** What a command comes to, by its kind. */
export interface Answers {
  event: EventAnswer;
  send: SendAnswer;
  record: RecordAnswer;
  advance: TaskAnswer;
  erase: 'erased';
}

export interface Reduced<C extends Command> {
  /** The item to commit; undefined where nothing changed. */
  state?: CustomerState;
  answer: Answers[C['kind']];
  /** The named facts, as they are after it. */
  facts: (names: string[]) => Facts;
}

/**
 * One change of one customer: what the command means, then everything that must hold after any change. Pure but for the
 * promise that JSONata needs. `now` is taken as no earlier than the item's last commit.
 */
export const reduce = async <C extends Command>(
  before: CustomerState,
  command: C,
  now: Millis,
  deps: ReduceDeps,
): Promise<Reduced<C>> => {
  const state: CustomerState = copyState(before);
  const draft: Draft = { state, now: Math.max(now, before.at), deps };
  if (command.kind === 'erase') return erase(before, draft) as Reduced<C>;
  endOverdue(draft);
  const { answer, changed } = await handle(draft, before, command);
  const woke = await wakeParked(draft);
  settleLapsed(draft);
  const isNew = changed || woke || state.journal.length > 0 || state.effects.length > 0;
  const known = (names: string[]) => factsNamed(draft, names);
  if (!isNew) return { answer: answer as Answers[C['kind']], facts: known };
  pruneDecisions(draft);
  pruneOccurrences(draft);
  state.version = before.version + 1;
  state.at = draft.now;
  return { state, answer: answer as Answers[C['kind']], facts: known };
};

/** The last commit of a life. A second one empties nothing more: it sends the mark through the stream again, should it be stuck. */
const erase = ({ version, erased }: CustomerState, draft: Draft): Reduced<{ kind: 'erase' }> => ({
  answer: 'erased',
  facts: () => ({}),
  state: { ...(erased === undefined ? onErase(draft) : draft.state), version: version + 1 },
});

/** No enrolment outlives its longest path, or its journey. */
const endOverdue = (draft: Draft): void => {
  for (const [id, { journey, endsBy }] of Object.entries(draft.state.enrolments)) {
    if (own(draft.deps.catalogue.journeys, journey) === undefined) endEnrolment(draft, id, 'journey-retired');
    else if (draft.now > endsBy) endEnrolment(draft, id, 'expired');
  }
};

const handle = async (
  draft: Draft,
  before: CustomerState,
  command: Exclude<Command, { kind: 'erase' }>,
): Promise<{ answer: Answers[Command['kind']]; changed: boolean }> => {
  switch (command.kind) {
    case 'event': {
      if (draft.state.erased !== undefined) throw new CustomerBeingErased();
      const answer = await onEvent(draft, command.event);
      return { answer, changed: answer === 'applied' || answer === 'stale' };
    }
    case 'send':
    case 'record': {
      const answer = command.kind === 'send' ? await onSend(draft, command) : onRecord(draft, command);
      return { answer, changed: isTouched(before, draft.state) };
    }
    case 'advance':
      return advance(draft, command.task);
  }
};

const opensOf = ({ enrolments }: CustomerState) => Object.values(enrolments).map(({ open }) => open);

/** Whether a send or its record changed what they may change without a word in the journal. */
const isTouched = (before: CustomerState, after: CustomerState): boolean =>
  !isDeepStrictEqual(before.decisions, after.decisions) || !isDeepStrictEqual(opensOf(before), opensOf(after));

const advance = async (draft: Draft, task: AdvanceTask): Promise<{ answer: TaskAnswer; changed: boolean }> => {
  const customer = factsNamed(draft, task.facts);
  // No commit may make somebody of nobody, so what waits with a token is not answered by the stream.
  const waits = task.task === 'park' || task.task === 'listen';
  if (waits && isNobody(draft.state)) return { answer: { outcome: 'ended', customer }, changed: false };
  switch (task.task) {
    case 'park':
      await onPark(draft, task);
      return { answer: { outcome: 'done', customer }, changed: true };
    case 'listen':
      await onListen(draft, task);
      return { answer: { outcome: 'done', customer }, changed: true };
    case 'decide':
      return onDecide(draft, task);
    case 'emit':
      return onEmit(draft, task);
    case 'finish':
      return onFinish(draft, task);
    case 'facts':
      return { answer: { outcome: 'done', customer }, changed: false };
  }
};
