import type { WaitState } from '../../language/compile/asl.ts';
import { bindingsOf } from './context.ts';
import { StateError } from './errors.ts';
import type { Execution } from './execution.ts';
import { leave, type Now } from './leave.ts';
import { wholeSeconds } from './seconds.ts';
import { type Bindings, fill } from './template.ts';

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const endOf = async ({ Seconds, Timestamp }: WaitState, bindings: Bindings, from: number): Promise<number> => {
  if (Seconds !== undefined) return from + 1000 * wholeSeconds(await fill(Seconds, bindings, 'Seconds'), 'Seconds', 0);
  const at = await fill(Timestamp, bindings, 'Timestamp');
  if (typeof at === 'string' && RFC_3339.test(at)) return Date.parse(at);
  throw new StateError(
    'States.QueryEvaluationError',
    `Timestamp must be like 2026-03-02T09:00:00Z; it is ${JSON.stringify(at)}.`,
  );
};

/** Waits for an instant; one that is over is not waited for. */
export const wait = async (state: WaitState, now: Now): Promise<Execution> => {
  const { execution, tick } = now;
  const bindings = bindingsOf(execution, tick);
  const at = await endOf(state, bindings, tick.now);
  if (at <= tick.now) return leave(state, bindings, execution.stateInput, now);
  return { ...execution, waiting: { kind: 'until', at } };
};
