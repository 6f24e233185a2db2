import { DAY } from '../../language/catalogue/milliseconds.ts';
import type { RunStepOf } from '../../language/catalogue/step.ts';
import { catalogue, journey, policy } from './catalogue.ts';
import { oneCustomer, T0 } from './customer.ts';

export const loop = (more: Partial<RunStepOf<'repeat'>> = {}): RunStepOf<'repeat'> => ({
  kind: 'repeat',
  every: 2 * 86_400,
  atMost: 3,
  ...more,
});

/** A body that takes a day, so that turns have a beginning and an end. */
export const enteredLoops = async (steps: Record<string, RunStepOf<'repeat'>>, seconds = 86_400) => {
  const body = { kind: 'wait' as const, seconds };
  const hello = journey('hello', 'start', { steps: { ...steps, body } });
  const ada = oneCustomer(catalogue({ journeys: { hello }, policy: { ...policy, gap: 0 } }));
  await ada.event('start');
  return ada;
};

export type LoopingCustomer = Awaited<ReturnType<typeof enteredLoops>>;

/** Goes to the loop as its run does, when its timer says so. */
export const comeTo = async (ada: LoopingCustomer, step = 'loop') => {
  const answer = await ada.advance(ada.at('hello', step));
  if (answer !== 'later') return answer;
  ada.clock.now = ada.standing('hello')!.due;
  return ada.advance(ada.at('hello', step));
};

export const walkBody = async (ada: LoopingCustomer) => {
  await ada.advance(ada.at('hello', 'body'));
  ada.clock.now = Math.max(ada.clock.now, ada.standing('hello')!.due);
};

/** How many days ago they entered. */
export const days = ({ clock }: LoopingCustomer) => (clock.now - T0) / DAY;
