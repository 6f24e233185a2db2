import { FINISH, START } from '../../language/catalogue/fixed-step.ts';
import { isWait } from '../../language/catalogue/is-wait.ts';
import type { RunStep, RunStepOf } from '../../language/catalogue/step.ts';
import type { StepAnswer } from '../../language/catalogue/task.ts';
import { ownValue } from '../own-value.ts';
import type { Draft } from './draft.ts';
import type { Enrolment } from './model/enrolment.ts';
import type { Millis } from './model/millis.ts';
import type { CustomerState } from './model/state.ts';

/** Longer than a run may take, in milliseconds: a run that has not come to rest by then is started again. */
export const RUN_GUARD = 600_000;

/** More than two clocks ever differ, in milliseconds: whoever a timer starts finds that `due` has passed. */
const SKEW = 5000;

/** A step at which the gate decides. */
export type MessageStep = RunStepOf<'send'> | RunStepOf<'task'>;

/** An enrolment, and with it the step that it has in hand. */
export interface InHand {
  id: string;
  enrolment: Enrolment;
}

export interface HasCatalogue {
  deps: Pick<Draft['deps'], 'catalogue'>;
}

/** Sets when there is something to do, also to the time it had: it needs a timer of its own. */
export const setDue = (enrolment: Enrolment, due: Millis): void => {
  enrolment.due = due;
  enrolment.timer++;
};

/** Whoever answers or reserves leaves something to do no later than a run may take: it may be a task that came by itself. */
export const setDueSoon = ({ now }: Draft, enrolment: Enrolment): void => {
  if (enrolment.due > now + RUN_GUARD) setDue(enrolment, now + RUN_GUARD);
};

/** What a step of an enrolment does; undefined of a beginning, or of a step that the catalogue does not have. */
export const stepOf = (
  { deps }: HasCatalogue,
  { journey, at }: Pick<Enrolment, 'journey' | 'at'>,
): RunStep | undefined => {
  const steps = ownValue(deps.catalogue.journeys, journey)?.steps;
  return steps && ownValue(steps, at);
};

/** Whether somebody can stand at a step of a journey as it is now. */
export const hasStep = (draft: HasCatalogue, { journey, at }: Pick<Enrolment, 'journey' | 'at'>): boolean => {
  const definition = ownValue(draft.deps.catalogue.journeys, journey);
  if (!definition) return false;
  return at === START || Object.hasOwn(definition.steps, at) || definition.exits.some(({ words }) => words === at);
};

/** The id of the step at which somebody stands, as it is now; undefined where it is gone. */
export const stepNow = (
  draft: HasCatalogue,
  { journey, at }: Pick<Enrolment, 'journey' | 'at'>,
): string | undefined => {
  if (hasStep(draft, { journey, at })) return at;
  const renamed = ownValue(ownValue(draft.deps.catalogue.journeys, journey)?.renamed ?? {}, at);
  return renamed !== undefined && hasStep(draft, { journey, at: renamed }) ? renamed : undefined;
};

/** Whether a step that a decision's id names is this one: its message may have gone out before the step was renamed. */
export const isOneStep = (
  draft: HasCatalogue,
  named: string | undefined,
  { journey, step }: { journey: string; step: string },
): boolean =>
  named === step ||
  (named !== undefined &&
    (stepNow(draft, { journey, at: named }) ?? named) === (stepNow(draft, { journey, at: step }) ?? step));

/** Where an answer leads, as a machine would go on: a step, FINISH, or a condition, which only a machine asks. */
export const wayOn = (
  { deps }: HasCatalogue,
  { journey, at }: Pick<Enrolment, 'journey' | 'at'>,
  answer: StepAnswer,
): string | undefined => {
  const ways = ownValue(ownValue(deps.catalogue.journeys, journey)?.ways ?? {}, at);
  return ways && (ways[answer] ?? ways.otherwise);
};

/**
 * Where a run begins that the present timer of an enrolment starts. That of a wait comes when the wait is over: what comes next
 * is the visit after it, unless a condition is asked on the way.
 */
export const whereToGoOn = (draft: HasCatalogue, enrolment: Enrolment): Pick<Enrolment, 'at' | 'visit'> => {
  const { journey, visit, answer, reserved } = enrolment;
  // The machine knows the step by the id that it has now.
  const at = stepNow(draft, enrolment) ?? enrolment.at;
  const here = { journey, at };
  const next = !answer && !reserved && isWait(stepOf(draft, here)) ? wayOn(draft, here, 'reached') : undefined;
  const isStep = next !== undefined && stepOf(draft, { ...here, at: next }) !== undefined;
  return isStep ? { at: next, visit: visit + 1 } : { at, visit };
};

/** What the step in hand came to: a wait stores no answer, it has answered when its time is over. */
export const answerOf = (draft: Draft, enrolment: Enrolment): StepAnswer | undefined => {
  if (enrolment.answer) return enrolment.answer;
  // It sent before it became a wait, and nobody knows yet what became of that.
  if (enrolment.reserved) return undefined;
  return isWait(stepOf(draft, enrolment)) && draft.now >= enrolment.due ? 'reached' : undefined;
};

/** Answers the step in hand, once. */
export const answerStep = (draft: Draft, enrolment: Enrolment, answer: StepAnswer): StepAnswer => {
  enrolment.answer = answer;
  enrolment.reserved = undefined;
  enrolment.lapsed = undefined;
  enrolment.held = undefined;
  setDueSoon(draft, enrolment);
  return answer;
};

/**
 * What an enrolment keeps of the step in hand alone, before there is any. An object from which names were deleted takes many
 * times as long to read and to copy; in the item, which is JSON, what is undefined is not there.
 */
export const NOTHING_IN_HAND = {
  answer: undefined,
  message: undefined,
  replaced: undefined,
  held: undefined,
  noted: undefined,
  reserved: undefined,
  lapses: undefined,
  lapsed: undefined,
  busy: undefined,
  emitted: undefined,
  awaits: undefined,
  giving: undefined,
} as const satisfies Partial<Enrolment>;

/** Comes to another step: nothing of the one before is in hand any more. */
export const moveTo = ({ now }: Draft, enrolment: Enrolment, step: string): void => {
  Object.assign(enrolment, NOTHING_IN_HAND);
  enrolment.at = step;
  enrolment.visit++;
  enrolment.since = now;
};

/** Stands at a beginning: it has answered, and a run goes on from it now. */
export const beginAt = (draft: Draft, enrolment: Enrolment, step: string): void => {
  moveTo(draft, enrolment, step);
  enrolment.answer = 'entered';
  setDue(enrolment, draft.now);
};

/** Whether a step is one at which the gate decides. */
export const isMessage = (step: RunStep | undefined): step is MessageStep =>
  step?.kind === 'send' || step?.kind === 'task';

export const isFinish = (step: string): boolean => step === FINISH;

/** Every reduce ends so: a timer for each enrolment whose `due` was set. */
export const armTimers = ({ state, now }: Draft, before: Readonly<Record<string, Enrolment>>): void => {
  for (const id of Object.keys(state.enrolments)) {
    const { timer, due } = state.enrolments[id]!;
    if (ownValue(before, id)?.timer === timer) continue;
    state.effects.push({ type: 'timer', enrolment: id, timer, due, at: timeOfTimer(due, now) });
  }
};

/** A timer for what lies ahead comes a little later, so that whoever it starts finds that it has passed. */
export const timeOfTimer = (due: Millis, now: Millis): Millis => (due > now ? due + SKEW : due);

/** A timer of a gesture has this before its id, where that of an enrolment has nothing. */
export const timerOfGesture = (id: string): string => `gesture#${id}`;

/** All that an item waits for: its enrolments, its promises, and the gestures for which no enrolment waits. `due` is when there is something to do. */
export const timersIn = ({
  enrolments,
  promises = {},
  gestures = [],
}: Pick<CustomerState, 'enrolments' | 'promises' | 'gestures'>): { id: string; timer: number; due: Millis }[] => [
  ...Object.entries(enrolments).map(([id, { timer, due }]) => ({ id, timer, due })),
  ...Object.entries(promises).flatMap(([id, { timer, next }]) =>
    next === undefined ? [] : [{ id, timer, due: next }],
  ),
  ...gestures.flatMap(({ id, state, timed, until }) =>
    timed && state === 'given' && until !== undefined ? [{ id: timerOfGesture(id), timer: 0, due: until }] : [],
  ),
];
