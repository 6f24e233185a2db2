import type { Agenda } from './agenda.ts';
import { LIMIT, type Run } from './functions.ts';
import { type Invocation, invoke, type Settled } from './invocation.ts';
import type { Life } from './life.ts';
import type { StateMachines } from './machines.ts';
import type { Operations } from './operations.ts';

/** Starts a function for a customer, with what is deployed on its host. */
export type Begin = (
  life: Life,
  kind: keyof typeof LIMIT,
  run: (run: Run) => Promise<unknown>,
  settle: (settled: Settled<unknown>, invocation: Invocation) => void,
  more?: Partial<Run>,
) => void;

interface BeginDeps {
  agenda: Agenda;
  operations: Operations;
  sleeping: StateMachines['sleeping'];
}

const MINUTE = 60_000;

/** When nothing is under way any more, the oracle looks whether somebody sleeps who should not. */
export const createBegin = ({ agenda, operations, sleeping }: BeginDeps): Begin => {
  const quietly = (life: Life, settle: () => void): void => {
    settle();
    if (life.busy === 0 && life.stream.length === 0) life.watch.quiet(sleeping(life));
  };
  return (
    life: Life,
    kind: keyof typeof LIMIT,
    run: (run: Run) => Promise<unknown>,
    settle: (settled: Settled<unknown>, invocation: Invocation) => void,
    more: Partial<Run> = {},
  ): void => {
    const { catalogue } = operations.release(life.luck.draw.between(0, MINUTE));
    let started: Invocation | undefined;
    life.busy++;
    invoke(agenda, {
      life,
      kind,
      limit: LIMIT[kind],
      run: (invocation) => {
        started = invocation;
        return run({ invocation, catalogue, paused: new Set(), ...more });
      },
      settle: (settled) =>
        quietly(life, () => {
          life.watch.ended(started!, more.task);
          life.busy--;
          if (!settled.ok) life.trace(`${started?.id} failed: ${settled.error}`);
          settle(settled, started!);
        }),
    });
  };
};
