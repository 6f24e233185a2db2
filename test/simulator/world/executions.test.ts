import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Execution, Waiting } from '../../../simulator/machine/execution.ts';
import { createMemoryExecutions } from '../../../simulator/world/executions.memory.ts';
import { createSqliteExecutions } from '../../../simulator/world/executions.sqlite.ts';

const task = { kind: 'task' as const, resource: 'r', arguments: {} };

const waiting: fc.Arbitrary<Waiting | undefined> = fc.oneof(
  fc.constantFrom<Waiting | undefined>(undefined, { kind: 'ready' }, task),
  fc.nat(5).map((at) => ({ kind: 'until' as const, at })),
  fc.record({ token: fc.constantFrom('a', 'b', 'c'), timeoutAt: fc.nat(5) }).map((more) => ({ ...task, ...more })),
);

const execution = (name: string, wait: Waiting | undefined): Execution => ({
  name,
  machine: 'm',
  input: {},
  startedAt: 0,
  state: 's',
  stateInput: {},
  enteredAt: 3,
  variables: {},
  retries: {},
  status: wait ? 'running' : 'succeeded',
  ...(wait ? { waiting: wait } : {}),
  transitions: 0,
  history: 1,
});

const names = ['e1', 'e2', 'e3', 'e4'];
const saves = fc.array(fc.tuple(fc.constantFrom(...names), waiting), { maxLength: 80 });

describe('executions in memory', () => {
  it('come up, run and are found by token as those in SQLite', () => {
    fc.assert(
      fc.property(saves, (all) => {
        const [memory, sqlite] = [
          createMemoryExecutions(() => {}),
          createSqliteExecutions(new DatabaseSync(':memory:')),
        ];
        const holders = new Map<string, string>();
        for (const [name, wait] of all) {
          const token = wait?.kind === 'task' ? wait.token : undefined;
          // A token is one execution's alone.
          if (token !== undefined && (holders.get(token) ?? name) !== name) continue;
          if (token !== undefined) holders.set(token, name);
          for (const executions of [memory, sqlite]) executions.save(execution(name, wait));
          expect(memory.nextDue()).toEqual(sqlite.nextDue());
          expect(memory.running()).toBe(sqlite.running());
          for (const one of ['a', 'b', 'c']) expect(memory.waitingFor(one)).toEqual(sqlite.waitingFor(one));
        }
      }),
    );
  });

  it('are gone when they are over, with the tokens they waited for', () => {
    const forgotten: string[] = [];
    const executions = createMemoryExecutions((token) => forgotten.push(token));
    executions.save(execution('e1', { ...task, token: 'a', timeoutAt: 1 }));
    executions.save(execution('e1', { ...task, token: 'b', timeoutAt: 1 }));
    expect(forgotten).toEqual(['a']);
    executions.save(execution('e1', undefined));
    expect(forgotten).toEqual(['a', 'b']);
    expect(executions.get('e1')).toBeUndefined();
    expect(executions.nextDue()).toBeUndefined();
  });
});
