import { MINUTE } from '../../language/catalogue/milliseconds.ts';
import type { Agenda } from './agenda.ts';
import { LIMIT, type Run } from './functions.ts';
import { invoke, type Settled } from './invocation.ts';
import type { Life } from './life.ts';
import type { Operations } from './operations.ts';

/** Starts a function for a customer, with what is deployed on its host. */
export type Begin = (
  life: Life,
  kind: keyof typeof LIMIT,
  run: (run: Run) => Promise<unknown>,
  settle: (settled: Settled<unknown>) => void,
  more?: Partial<Run>,
) => void;
/** When nothing is under way any more, the oracle looks whether somebody sleeps who should not. */
export const createBegin = ({ agenda, operations }: { agenda: Agenda; operations: Operations }): Begin => {
  const lookWhenQuiet = (life: Life): void => {
    if (life.busy === 0 && life.stream.length === 0) life.watch.quiet(agenda.now, [...life.flying]);
  };
  return (life, kind, run, settle, more = {}) => {
    const { catalogue, number } = operations.release(life.luck.draw.between(0, MINUTE));
    life.busy++;
    const limit = LIMIT[kind];
    invoke(agenda, {
      life,
      kind,
      limit,
      run: (invocation) => {
        const paused: ReadonlySet<string> = new Set();
        return run({ invocation, catalogue, catalogueNumber: number, paused, ...more });
      },
      settle: (settled, invocation) => {
        life.watch.ended(invocation, more.task);
        if (!settled.ok) life.trace(`${invocation.id} failed: ${settled.error}`);
        settle(settled);
        life.busy--;
        lookWhenQuiet(life);
      },
    });
  };
};
