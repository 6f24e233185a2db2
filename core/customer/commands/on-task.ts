import type { StepAnswer, StopAnswer } from '../../../language/catalogue/task.ts';
import type { Draft } from '../draft.ts';
import type { GiveAnswer } from '../gestures/giving.ts';
import { endEnrolment } from '../leave.ts';
import { answerOf, isFinish, isMessage, moveTo, stepOf } from '../standing.ts';
import { onAwaited } from '../work/give-work.ts';
import { onEmit } from './on-emit.ts';
import { onGive } from './on-give.ts';
import { onListen } from './on-listen.ts';
import { onRepeat } from './on-repeat.ts';
import { onSend, type Reserved, type Sending } from './on-send.ts';
import { onWait } from './on-wait.ts';

/** One visit to a step, as a run asks for it. */
export interface TaskCommand {
  journey: string;
  enrolment: string;
  step: string;
  visit: number;
  /** The step's kind as the machine was compiled. */
  task: string;
  /** Of a step that sends. */
  sending?: Sending;
}

export type TaskOutcome = StepAnswer | StopAnswer | { reserved: Reserved } | GiveAnswer;

/**
 * The step and visit in hand: a repeat. The next visit, once the one in hand has answered: the enrolment moves on. Anything
 * else is a run that came too late: it writes nothing, and ends.
 */
export const onTask = async (draft: Draft, command: TaskCommand): Promise<TaskOutcome> => {
  const { enrolment: id, step, visit, task } = command;
  const enrolment = draft.state.enrolments[id];
  if (!enrolment) return 'ended';
  const isSame = visit === enrolment.visit && step === enrolment.at;
  const isNext = visit === enrolment.visit + 1 && answerOf(draft, enrolment) !== undefined;
  if (!isSame && !isNext) return 'elsewhere';
  if (isFinish(step)) {
    endEnrolment(draft, id, 'finished');
    return 'ended';
  }
  const atRunTime = stepOf(draft, { journey: enrolment.journey, at: step });
  // Another version of the journey: the machine, or this function, is a moment behind.
  if (atRunTime?.kind !== task) return 'elsewhere';
  if (isSame && enrolment.answer) return enrolment.answer;
  // What a message that this step sent before comes to is waited for.
  if (isSame && enrolment.reserved && !isMessage(atRunTime)) return 'later';
  if (isNext) moveTo(draft, enrolment, step);
  const inHand = { id, enrolment };
  if (enrolment.awaits !== undefined) return onAwaited(draft, inHand, atRunTime);
  switch (atRunTime.kind) {
    case 'send':
    case 'task':
      return command.sending ? onSend(draft, inHand, atRunTime, command.sending) : 'elsewhere';
    case 'emit':
      return onEmit(draft, inHand, atRunTime);
    case 'give':
      return onGive(draft, inHand, atRunTime);
    case 'wait':
    case 'wait-until':
      return onWait(draft, inHand, atRunTime, isNext);
    case 'listen':
      return onListen(draft, inHand, atRunTime, isNext);
    case 'repeat':
      return onRepeat(draft, inHand, atRunTime, isNext);
  }
};
