import type { ChoiceState } from '../../language/compile/asl.ts';
import { bindingsOf } from './context.ts';
import { StateError } from './errors.ts';
import type { Execution } from './execution.ts';
import { leave, type Now, type Way } from './leave.ts';
import { fill } from './template.ts';

/** Takes the first rule whose Condition is true. A Condition that is not a boolean is an error, as on AWS. */
export const choose = async (state: ChoiceState, now: Now): Promise<Execution> => {
  const { stateInput, state: name } = now.execution;
  const bindings = bindingsOf(now.execution, now.tick);
  for (const [i, rule] of state.Choices.entries()) {
    const chosen = await fill(rule.Condition, bindings, `Choices[${i}]/Condition`);
    if (typeof chosen !== 'boolean')
      throw new StateError(
        'States.QueryEvaluationError',
        `${rule.Condition} in Choices[${i}]/Condition gave ${JSON.stringify(chosen)}, not a boolean.`,
      );
    if (chosen) return leave(rule, bindings, stateInput, now);
  }
  if (state.Default === undefined)
    throw new StateError('States.NoChoiceMatched', `No rule of "${name}" matched, and it has no Default.`);
  const { Output, Assign, Default: Next } = state;
  const way: Way = { Next, ...(Output === undefined ? {} : { Output }), ...(Assign === undefined ? {} : { Assign }) };
  return leave(way, bindings, stateInput, now);
};
