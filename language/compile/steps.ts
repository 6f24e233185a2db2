import type { Step } from '../catalogue/definition.ts';
import { kindOf } from '../steps/steps.ts';
import type { Block, Onward } from './block.ts';

/** Steps one after the other, the last of which leads to what is next. */
export const compileSteps = (steps: readonly Step[], onward: Onward): Block => {
  const [first, ...rest] = steps;
  if (!first) return { entry: onward.next, states: [] };
  const after = compileSteps(rest, onward);
  const inner = (steps: Step[], next: string) => compileSteps(steps, { ...onward, next });
  const step = kindOf(first).compile(first, { ...onward, next: after.entry }, inner);
  return { entry: step.entry, states: [...step.states, ...after.states] };
};
