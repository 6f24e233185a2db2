import type { Step } from '../catalogue/definition.ts';
import { FINISH, StopAnswer } from '../catalogue/task.ts';
import type { ChoiceRule, State } from './asl.ts';
import { condition, expression, outcomeIs } from './expression.ts';
import { type Scope, type StepOf, taskState } from './task-state.ts';

/** Where every run ends: it must wait, or is over. */
export const END = 'End';

/** States in the order of writing, and the one to enter them by. */
export interface Block {
  entry: string;
  states: [string, State][];
}

/** What a step is compiled for, and where it leads. */
interface Onward {
  scope: Scope;
  next: string;
}

export const compileSteps = (steps: Step[], onward: Onward): Block => {
  const [first, ...rest] = steps;
  if (!first) return { entry: onward.next, states: [] };
  const after = compileSteps(rest, onward);
  const step = compileStep(first, { ...onward, next: after.entry });
  return { entry: step.entry, states: [...step.states, ...after.states] };
};

const compileStep = (step: Step, onward: Onward): Block => {
  switch (step.kind) {
    case 'send':
    case 'task':
      return branching(step, 'deliver', [['unsent', step.unsent]], onward);
    case 'emit':
      return branching(step, 'advance', [['unsent', step.unsent]], onward);
    case 'wait':
      return branching(step, 'advance', [], onward);
    case 'wait-until':
      return branching(
        step,
        'advance',
        [
          ['reached', step.reached],
          ['past', step.past],
        ],
        onward,
      );
    case 'listen':
      return branching(
        step,
        'advance',
        [
          ['heard', step.heard],
          ['silent', step.silent],
        ],
        onward,
      );
    case 'repeat':
      return compileRepeat(step, onward);
    case 'choose':
      return compileChoose(step, onward);
    case 'split':
      return compileSplit(step, onward);
    case 'exit':
      return { entry: FINISH, states: [] };
  }
};

/** Answers by which a run ends. */
const STOPPED: ChoiceRule = {
  Condition: expression(StopAnswer.options.map((answer) => `$states.input.outcome = "${answer}"`).join(' or ')),
  Next: END,
};

/** A task, and the ways out of it by its answer; an answer without a way of its own goes on to what comes next. */
const taskWithWays = (
  { scope, next }: Onward,
  { id, kind }: { id: string; kind: string },
  target: 'deliver' | 'advance',
  ways: [string, string][],
): [string, State][] => {
  const own = ways.filter(([, to]) => to !== next);
  const Choices = [STOPPED, ...own.map(([answer, to]) => ({ Condition: outcomeIs(answer), Next: to }))];
  return [
    [id, taskState(scope, id, kind, target, `${id} answer`)],
    [`${id} answer`, { Type: 'Choice', Choices, Default: next }],
  ];
};

const branching = (
  step: StepOf<'send' | 'task' | 'emit' | 'wait' | 'wait-until' | 'listen'>,
  target: 'deliver' | 'advance',
  branches: [string, Step[]][],
  onward: Onward,
): Block => {
  const blocks = branches.map(([answer, steps]) => ({ answer, block: compileSteps(steps, onward) }));
  const ways = blocks.map(({ answer, block }): [string, string] => [answer, block.entry]);
  return {
    entry: step.id,
    states: [...taskWithWays(onward, step, target, ways), ...blocks.flatMap(({ block }) => block.states)],
  };
};

/** Each turn comes back to the step itself, which counts and waits. */
const compileRepeat = (step: StepOf<'repeat'>, onward: Onward): Block => {
  const turn = compileSteps(step.steps, { ...onward, next: step.id });
  return {
    entry: step.id,
    states: [...taskWithWays(onward, step, 'advance', [['again', turn.entry]]), ...turn.states],
  };
};

const compileChoose = (step: StepOf<'choose'>, onward: Onward): Block => {
  const branches = step.branches.map(({ when, steps }) => ({ when, block: compileSteps(steps, onward) }));
  const otherwise = compileSteps(step.otherwise, onward);
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
const compileSplit = (step: StepOf<'split'>, onward: Onward): Block => {
  const arms = step.arms.map(({ name, steps }) => ({ name, block: compileSteps(steps, onward) }));
  const Choices = arms.slice(0, -1).map(({ name, block }) => ({
    Condition: expression(`$states.input.arms."${step.id}" = "${name}"`),
    Next: block.entry,
  }));
  const Default = arms.at(-1)?.block.entry ?? onward.next;
  const states = arms.flatMap(({ block }) => block.states);
  if (Choices.length === 0) return { entry: Default, states };
  return { entry: step.id, states: [[step.id, { Type: 'Choice', Choices, Default }], ...states] };
};
