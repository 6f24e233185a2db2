import type { Step } from '../catalogue/definition.ts';
import type { Ends } from '../catalogue/task.ts';
import type { ChoiceRule, State, WaitState } from './asl.ts';
import { condition, expression, outcomeIs } from './expression.ts';
import { freshAfter, needsFacts } from './fresh.ts';
import { decide, deliver, emit, facts, listen, park, type Scope, type StepOf } from './task-state.ts';

/** States in the order of writing, and the one to enter them by. */
export interface Block {
  entry: string;
  states: [string, State][];
}

/** Where a step leads, and whether the customer's facts in the state are fresh when it begins. */
interface Place {
  scope: Scope;
  next: string;
  fresh: boolean;
}

export const compileSteps = (steps: Step[], place: Place): Block => {
  const [first, ...rest] = steps;
  if (!first) return { entry: place.next, states: [] };
  const after = compileSteps(rest, { ...place, fresh: freshAfter([first], place.fresh) });
  const asked = needsFacts(first, place.fresh);
  const step = compileStep(first, { ...place, next: after.entry, fresh: place.fresh || asked });
  if (!asked) return { entry: step.entry, states: [...step.states, ...after.states] };
  const entry = `${first.id} facts`;
  return { entry, states: [[entry, facts(place.scope, first.id, step.entry)], ...step.states, ...after.states] };
};

const compileStep = (step: Step, place: Place): Block => {
  switch (step.kind) {
    case 'send':
    case 'task':
      return compileSend(step, place);
    case 'emit':
      return compileEmit(step, place);
    case 'wait':
      return { entry: step.id, states: [[step.id, { Type: 'Wait', Seconds: step.seconds, Next: place.next }]] };
    case 'wait-until':
      return compileWaitUntil(step, place);
    case 'choose':
      return compileChoose(step, place);
    case 'split':
      return compileSplit(step, place);
    case 'listen':
      return compileListen(step, place);
    case 'exit':
      return { entry: 'finish', states: [] };
  }
};

/** A step that leads to the end finishes in its own commit, and the machine is done. */
const orDone = (next: string): string => (next === 'finish' ? 'done' : next);

const endsOf = (sent: string, unsent: string): Ends | undefined => {
  if (sent === 'finish') return unsent === 'finish' ? 'always' : 'sent';
  return unsent === 'finish' ? 'unsent' : undefined;
};

/** The ways out of a step that decided; those that lead where Default leads are not written. */
const ways = (rules: [string, string][], fallback: string): ChoiceRule[] =>
  rules
    .filter(([, next]) => next !== fallback)
    .map(([outcome, next]) => ({ Condition: outcomeIs(outcome), Next: next }));

const compileSend = (step: StepOf<'send' | 'task'>, { scope, next }: Place): Block => {
  const { id } = step;
  const unsent = compileSteps(step.unsent, { scope, next, fresh: true });
  const ends = endsOf(next, unsent.entry);
  const onward = orDone(next);
  const rules: [string, string][] = [
    ['held', `${id} held`],
    ['later', `${id} later`],
    ['ended', 'done'],
    ['unsent', orDone(unsent.entry)],
  ];
  return {
    entry: id,
    states: [
      [id, deliver(scope, step, `${id} outcome`, ends)],
      [`${id} outcome`, { Type: 'Choice', Choices: ways(rules, onward), Default: onward }],
      [`${id} held`, park(scope, step, ends)],
      // Another attempt may be sending: only its lease can end that, so there is nothing to be woken by.
      [`${id} later`, { Type: 'Wait', Seconds: expression('$states.input.seconds'), Next: id }],
      ...unsent.states,
    ],
  };
};

const compileEmit = (step: StepOf<'emit'>, { scope, next }: Place): Block => {
  const { id } = step;
  const unsent = compileSteps(step.unsent, { scope, next, fresh: true });
  const ends = endsOf(next, unsent.entry);
  const onward = orDone(next);
  if (unsent.entry === next) return { entry: id, states: [[id, emit(scope, step, onward, ends)]] };
  const rules: [string, string][] = [
    ['ended', 'done'],
    ['unsent', orDone(unsent.entry)],
  ];
  return {
    entry: id,
    states: [
      [id, emit(scope, step, `${id} outcome`, ends)],
      [`${id} outcome`, { Type: 'Choice', Choices: ways(rules, onward), Default: onward }],
      ...unsent.states,
    ],
  };
};

const compileChoose = (step: StepOf<'choose'>, place: Place): Block => {
  const branches = step.branches.map(({ when, steps }) => ({ when, block: compileSteps(steps, place) }));
  const otherwise = compileSteps(step.otherwise, place);
  const Choices = branches.map(({ when, block }) => ({ Condition: condition(when), Next: block.entry }));
  return {
    entry: step.id,
    states: [
      [step.id, { Type: 'Choice', Choices, Default: otherwise.entry }],
      ...branches.flatMap(({ block }) => block.states),
      ...otherwise.states,
    ],
  };
};

/** Arms are drawn at entry. The last one is the Default, so that no arm can be without a way. */
const compileSplit = (step: StepOf<'split'>, place: Place): Block => {
  const arms = step.arms.map(({ name, steps }) => ({ name, block: compileSteps(steps, place) }));
  const Choices = arms.slice(0, -1).map(({ name, block }) => ({
    Condition: expression(`$states.input.arms."${step.id}" = "${name}"`),
    Next: block.entry,
  }));
  const Default = arms.at(-1)?.block.entry ?? place.next;
  const states = arms.flatMap(({ block }) => block.states);
  if (Choices.length === 0) return { entry: Default, states };
  return { entry: step.id, states: [[step.id, { Type: 'Choice', Choices, Default }], ...states] };
};

const compileListen = (step: StepOf<'listen'>, { scope, next }: Place): Block => {
  const { id } = step;
  const heard = compileSteps(step.heard, { scope, next, fresh: true });
  const silent = compileSteps(step.silent, { scope, next, fresh: true });
  const same = heard.entry === silent.entry;
  const answer: [string, State] = [
    `${id} answer`,
    {
      Type: 'Choice',
      Choices: ways(
        [
          ['heard', heard.entry],
          ['ended', 'done'],
        ],
        silent.entry,
      ),
      Default: silent.entry,
    },
  ];
  return {
    entry: id,
    states: [
      [id, listen(scope, step, heard.entry, `${id} decide`)],
      [`${id} decide`, decide(scope, step, same ? silent.entry : `${id} answer`)],
      ...(same ? [] : [answer]),
      ...heard.states,
      ...silent.states,
    ],
  };
};

const ENTERED = '$states.context.State.EnteredTime';

/** Milliseconds of the date with its offset; nothing when there is no date. */
const due = ({ until, offset }: StepOf<'wait-until'>): string =>
  `$toMillis(${until}) ${offset < 0 ? '-' : '+'} ${Math.abs(offset) * 1000}`;

const compileWaitUntil = (step: StepOf<'wait-until'>, { scope, next, fresh }: Place): Block => {
  const reached = compileSteps(step.reached, { scope, next, fresh: false });
  const past = compileSteps(step.past, { scope, next, fresh });
  const at = `$fromMillis(${due(step)})`;
  const wait = (Timestamp: string): State => ({ Type: 'Wait', Timestamp, Next: reached.entry }) satisfies WaitState;
  // The Wait itself passes a date that is over; a missing one counts as past.
  const guarded = `$states.input.($exists(${step.until}) ? ${at} : ${ENTERED})`;
  if (reached.entry === past.entry) return { entry: step.id, states: [[step.id, wait(expression(guarded))]] };
  const ahead = `$states.input.((${due(step)} > $toMillis(${ENTERED})) = true)`;
  return {
    entry: `${step.id} ahead`,
    states: [
      [
        `${step.id} ahead`,
        { Type: 'Choice', Choices: [{ Condition: expression(ahead), Next: step.id }], Default: past.entry },
      ],
      [step.id, wait(expression(`$states.input.(${at})`))],
      ...reached.states,
      ...past.states,
    ],
  };
};
