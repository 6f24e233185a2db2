import type { ChoiceState } from '../../language/compile/asl.ts';
import { bindingsOf } from './context.ts';
import { StateError } from './errors.ts';
import type { Execution } from './execution.ts';
import { goOn, type Later } from './later.ts';
import { leave, type Now, type Way } from './leave.ts';
import { type Bindings, fill } from './template.ts';

/** Takes the first rule whose Condition is true. A Condition that is not a boolean is an error, as on AWS. */
export const choose = (state: ChoiceState, now: Now): Later<Execution> => {
  const bindings = bindingsOf(now.execution, now.tick);
  const from = (place: number): Later<Execution> => {
    const rule = state.Choices[place];
    if (!rule) return byDefault(state, bindings, now);
    const field = `Choices[${place}]/Condition`;
    return goOn(fill(rule.Condition, bindings, field), (chosen) => {
      if (typeof chosen !== 'boolean')
        throw new StateError(
          'States.QueryEvaluationError',
          `${rule.Condition} in ${field} gave ${JSON.stringify(chosen)}, not a boolean.`,
        );
      return chosen ? leave(rule, bindings, now.execution.stateInput, now) : from(place + 1);
    });
  };
  return from(0);
};

const byDefault = ({ Output, Assign, Default: Next }: ChoiceState, bindings: Bindings, now: Now): Later<Execution> => {
  const { stateInput, state: name } = now.execution;
  if (Next === undefined)
    throw new StateError('States.NoChoiceMatched', `No rule of "${name}" matched, and it has no Default.`);
  const way: Way = { Next, ...(Output === undefined ? {} : { Output }), ...(Assign === undefined ? {} : { Assign }) };
  return leave(way, bindings, stateInput, now);
};
