import { StopAnswer } from '../catalogue/task.ts';
import type { Branch } from '../steps/step.ts';
import type { ChoiceRule } from './asl.ts';
import { answerState, type Block, type CompileInner, END, type Onward } from './block.ts';
import { expression, outcomeIs } from './expression.ts';
import { type Target, type TaskOf, taskState } from './task-state.ts';

/** Answers by which a run ends. */
const STOPPED: ChoiceRule = {
  Condition: expression(StopAnswer.options.map((answer) => `$states.input.outcome = "${answer}"`).join(' or ')),
  Next: END,
};

/** A task, and the ways out of it by its answer; an answer without a branch goes on to what comes next. */
export const taskBlock = <Of extends Target>(
  { id, kind }: { id: string; kind: TaskOf<Of> },
  target: Of,
  branches: readonly Branch[],
  { scope, next }: Onward,
  inner: CompileInner,
): Block => {
  const blocks = branches.map(({ steps, answer = '', loop }) => ({ answer, block: inner(steps, loop ? id : next) }));
  const ways = blocks.filter(({ block }) => block.entry !== next);
  const Choices = [STOPPED, ...ways.map(({ answer, block }) => ({ Condition: outcomeIs(answer), Next: block.entry }))];
  return {
    entry: id,
    states: [
      [id, taskState(scope, id, kind, target, answerState(id))],
      [answerState(id), { Type: 'Choice', Choices, Default: next }],
      ...blocks.flatMap(({ block }) => block.states),
    ],
  };
};
