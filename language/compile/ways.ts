import type { JourneyDefinition } from '../catalogue/definition.ts';
import { FINISH } from '../catalogue/fixed-step.ts';
import { isWait } from '../catalogue/is-wait.ts';
import type { Journey } from '../catalogue/journey.ts';
import type { RunStep } from '../catalogue/step.ts';
import { StepAnswer } from '../catalogue/task.ts';
import type { State } from './asl.ts';
import { beginningsOf } from './beginnings.ts';
import { outcomeIs } from './expression.ts';

/** Where somebody may stand with nothing to do. */
const mayRest = (step: RunStep | undefined): boolean => isWait(step) || step?.kind === 'listen';

/** Where the machine goes after each answer to a task. */
const waysAfter = (task: State | undefined, states: Record<string, State>): Record<string, string> => {
  const answered = task?.Type === 'Task' ? states[task.Next] : undefined;
  if (answered?.Type !== 'Choice') return {};
  const own = StepAnswer.options.flatMap((answer) => {
    const rule = answered.Choices.find(({ Condition }) => Condition === outcomeIs(answer));
    return rule ? [[answer, rule.Next] as const] : [];
  });
  return { ...Object.fromEntries(own), otherwise: answered.Default };
};

/** Read off the compiled states, so that it is the machine's own way. Left out is what no commit asks for. */
export const waysOf = (journey: JourneyDefinition, steps: Record<string, RunStep>): Required<Journey>['ways'] => {
  const beginnings = beginningsOf(journey);
  const states = Object.fromEntries(beginnings.flatMap(({ block }) => block.states));
  const all: [string, Record<string, string>][] = [
    ...beginnings.map(({ step, block }): [string, Record<string, string>] => [step, { otherwise: block.entry }]),
    ...Object.keys(steps).map((step): [string, Record<string, string>] => [step, waysAfter(states[step], states)]),
  ];
  const isAsked = ([step, ways]: [string, Record<string, string>]): boolean =>
    Object.values(ways).some((next) => next === FINISH || (isWait(steps[step]) ? next in steps : mayRest(steps[next])));
  return Object.fromEntries(all.filter(isAsked));
};
