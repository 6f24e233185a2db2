import type { WaitState } from '../../language/compile/asl.ts';
import { bindingsOf } from './context.ts';
import { StateError } from './errors.ts';
import type { Execution } from './execution.ts';
import { goOn, type Later } from './later.ts';
import { leave, type Now } from './leave.ts';
import { wholeSeconds } from './seconds.ts';
import { type Bindings, fill } from './template.ts';

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const endOf = ({ Seconds, Timestamp }: WaitState, bindings: Bindings, from: number): Later<number> => {
  if (Seconds !== undefined)
    return goOn(fill(Seconds, bindings, 'Seconds'), (seconds) => from + 1000 * wholeSeconds(seconds, 'Seconds', 0));
  return goOn(fill(Timestamp, bindings, 'Timestamp'), (at) => {
    if (typeof at === 'string' && RFC_3339.test(at)) return Date.parse(at);
    throw new StateError(
      'States.QueryEvaluationError',
      `Timestamp must be like 2026-03-02T09:00:00Z; it is ${JSON.stringify(at)}.`,
    );
  });
};

/** Waits for an instant; one that is over is not waited for. */
export const wait = (state: WaitState, now: Now): Later<Execution> => {
  const { execution, tick } = now;
  const bindings = bindingsOf(execution, tick);
  return goOn(endOf(state, bindings, tick.now), (at) => {
    if (at <= tick.now) return leave(state, bindings, execution.stateInput, now);
    return { ...execution, waiting: { kind: 'until', at } };
  });
};
