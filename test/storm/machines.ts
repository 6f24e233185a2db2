import { digest, share } from '../../core/hash.ts';
import { MachineNotDeployed, type Machines } from '../../functions/effects/effects.ts';
import type { Machine } from '../../language/compile/asl.ts';
import { awaits, dueAt, type Execution, start, type Waiting } from '../../simulator/machine/execution.ts';
import type { Tick } from '../../simulator/machine/functions.ts';
import { advance, taskFailed, taskSubmitted, taskSucceeded } from '../../simulator/machine/interpreter.ts';
import type { Agenda } from './agenda.ts';
import type { Settled } from './invocation.ts';
import type { Life } from './life.ts';
import { muchLater } from './much-later.ts';

export type TaskPayload = Record<string, unknown> & { task: string; customer: string; enrolment: string; step: string };
type Task = Extract<Waiting, { kind: 'task' }>;

export interface Running {
  execution: Execution;
  definition: Machine;
}

export interface StateMachinesDeps {
  agenda: Agenda;
  /** The machine of a journey as deployed now. */
  machineOf: (journey: string) => Machine | undefined;
  /** Runs the function a task names. */
  perform: (life: Life, payload: TaskPayload, settle: (settled: Settled<unknown>) => void) => void;
  /** A second start under a name makes a second execution: a rule that is off. */
  forgetful?: boolean;
}

/** Step Functions in a storm. It fails nobody by itself: what it calls does, and what calls it. */
export interface StateMachines {
  /** What effects sees of it, for one customer. */
  portFor(life: Life): Machines;
  /** Executions that wait with a token and nothing else. */
  sleeping(life: Life): { execution: string; payload: TaskPayload }[];
  /** A machine goes, and its executions with it. */
  remove(life: Life, journeys: readonly string[]): void;
}

const MINUTE = 60_000;

const running = (life: Life): Map<string, Running> => life.executions as Map<string, Running>;
const keyOf = ({ name, history }: Execution): string => digest([name, String(history)]);

export const createStateMachines = (deps: StateMachinesDeps): StateMachines => {
  const { agenda, machineOf, perform, forgetful = false } = deps;

  const tickOf = (execution: Execution): Tick => {
    const key = keyOf(execution);
    let draws = 0;
    return { now: agenda.now, newToken: () => `${key}-${draws++}`, random: () => share(`${key}-${draws++}`) };
  };

  const isOf = (life: Life, name: string, waiting: Waiting | undefined): boolean =>
    running(life).get(name)?.execution.waiting === waiting;

  /** Time moves it on, unless something else has by then. */
  const planTimer = (life: Life, one: Running): void => {
    const { execution } = one;
    const { name, waiting } = execution;
    const due = dueAt(execution);
    if (due === undefined) return void life.timers.delete(name);
    life.timers.set(name, due);
    agenda.at(due, () => {
      if (!isOf(life, name, waiting)) return;
      life.trace(`${name.slice(0, 6)} time comes at "${execution.state}"`);
      move(life, one, (now) => advance(now.definition, now.execution, tickOf(now.execution)));
    });
  };

  const move = async (life: Life, one: Running, change: (one: Running) => Promise<Execution>): Promise<void> => {
    life.busy++;
    one.execution = await change(one);
    life.busy--;
    keep(life, one);
  };

  const keep = (life: Life, one: Running): void => {
    const { execution } = one;
    const { name, status, waiting } = execution;
    if (status !== 'running') {
      life.timers.delete(name);
      life.trace(`${name.slice(0, 6)} ${status} ${execution.error ?? ''}`);
      life.watch.finished(name, execution.status, execution.error);
      return;
    }
    if (life.luck.strikes(0.001, `machine ${execution.machine}: stopped by hand`)) {
      stop(life, one);
      return;
    }
    planTimer(life, one);
    if (waiting?.kind === 'task' && !waiting.submitted) call(life, one, waiting);
  };

  /** It is over at once; what it had called goes on. */
  const stop = (life: Life, one: Running): void => {
    const { waiting: _, ...execution } = one.execution;
    one.execution = { ...execution, status: 'failed' };
    life.timers.delete(execution.name);
    life.trace(`${execution.name.slice(0, 6)} stopped`);
    life.watch.finished(execution.name, 'stopped', undefined);
  };

  const remove: StateMachines['remove'] = (life, journeys) => {
    for (const one of running(life).values()) {
      const { machine, status } = one.execution;
      if (status === 'running' && journeys.includes(machine)) stop(life, one);
    }
  };

  const call = (life: Life, one: Running, waiting: Task): void => {
    const { name } = one.execution;
    const { Payload: payload } = waiting.arguments as { Payload: TaskPayload };
    const again = (after: number): void => {
      life.busy++;
      agenda.after(after, () => {
        life.busy--;
        perform(life, payload, () => {});
      });
    };
    if (life.luck.strikes(0.02, `task ${payload.task} ${payload.step}: twice`)) again(life.luck.draw.between(0, 3000));
    const later = life.luck.strikes(0.03, `task ${payload.task} ${payload.step}: again, hours later`);
    if (later)
      agenda.after(MINUTE, () => agenda.at(muchLater(life, agenda.now), () => perform(life, payload, () => {})));
    perform(life, payload, (settled) => {
      if (!isOf(life, name, waiting)) return;
      answer(life, one, waiting, payload, settled);
    });
  };

  const answer = (life: Life, one: Running, waiting: Task, payload: TaskPayload, settled: Settled<unknown>): void => {
    if (!settled.ok) {
      const { error, cause } = settled;
      void move(life, one, ({ definition, execution }) =>
        taskFailed(definition, execution, { error, cause: String(cause) }, tickOf(execution)),
      );
      return;
    }
    if (waiting.token !== undefined) {
      one.execution = taskSubmitted(one.execution, waiting.token);
      planTimer(life, one);
      return;
    }
    life.trace(`${one.execution.name.slice(0, 6)} ${payload.step} ${payload.task} ${JSON.stringify(settled.value)}`);
    void move(life, one, ({ definition, execution }) =>
      taskSucceeded(definition, execution, { Payload: settled.value }, tickOf(execution)),
    );
  };

  const holderOf = (life: Life, token: string): Running | undefined => {
    for (const one of running(life).values()) if (awaits(one.execution, token)) return one;
    return undefined;
  };

  const portFor = (life: Life): Machines => ({
    start: async (journey, name, input) => {
      if (running(life).has(name) && !forgetful) return;
      const definition = machineOf(journey);
      if (!definition) throw new MachineNotDeployed(`No machine for the journey ${journey}.`);
      const execution = start(definition, { name, machine: journey, input, now: agenda.now });
      const one = { execution, definition };
      running(life).set(name, one);
      life.watch.started(name, input as { enrolment: string; phase: string });
      await move(life, one, (now) => advance(now.definition, now.execution, tickOf(now.execution)));
    },
    // Only an erasure stops one, and nobody is erased in a storm.
    stop: async () => {},
    succeed: async (token, result) => {
      const one = holderOf(life, token);
      if (!one) return;
      life.watch.resumed(payloadOf(one.execution), result);
      await move(life, one, ({ definition, execution }) =>
        taskSucceeded(definition, execution, result, tickOf(execution)),
      );
    },
    fail: async (token, error) => {
      const one = holderOf(life, token);
      if (!one) return;
      await move(life, one, ({ definition, execution }) =>
        taskFailed(definition, execution, { error, cause: '' }, tickOf(execution)),
      );
    },
  });

  const sleeping: StateMachines['sleeping'] = (life) =>
    [...running(life).values()].flatMap(({ execution }) => {
      const { waiting, name, status } = execution;
      const sleeps = status === 'running' && waiting?.kind === 'task' && waiting.submitted === true;
      return sleeps ? [{ execution: name, payload: payloadOf(execution) }] : [];
    });

  return { portFor, sleeping, remove };
};

const payloadOf = ({ waiting }: Execution): TaskPayload =>
  ((waiting as Task).arguments as { Payload: TaskPayload }).Payload;
