import { hashFraction } from '../../core/hash.ts';
import { MachineNotDeployed, type Runs } from '../../functions/effects/effects.ts';
import { HOUR, MINUTE } from '../../language/catalogue/milliseconds.ts';
import type { Machine } from '../../language/compile/asl.ts';
import {
  beginRun,
  type Run as MachineRun,
  taskFailed,
  taskSucceeded,
  type Waiting,
} from '../../simulator/machine/run.ts';
import type { Agenda } from './agenda.ts';
import type { Settled } from './invocation.ts';
import { type Life, nextRing } from './life.ts';

export interface TaskPayload {
  task: string;
  customer: string;
  journey: string;
  enrolment: string;
  step: string;
  visit: number;
}

export interface StormRunsDeps {
  agenda: Agenda;
  /** The machine of a journey as deployed now. */
  machineOf: (journey: string) => Machine | undefined;
  /** Calls the function that a task names. */
  perform: (life: Life, name: string, payload: TaskPayload, settle: (settled: Settled<unknown>) => void) => void;
}

interface Open {
  id: string;
  life: Life;
  run: MachineRun;
  born: number;
  /** Of the call that its task waits for: the answer of any other comes too late. */
  call: number;
}

/** Errors by which a run may end: whatever its timer starts next goes on from where it died. */
const PASSING = [
  'Lambda.Unknown',
  'Lambda.TooManyRequestsException',
  'Sandbox.Timedout',
  'ServiceTroubled',
  'CustomerBusy',
  'CatalogueOlder',
];

/** Express executions in a storm: at least once, side by side, and dead between any two tasks. */
export const createStormRuns = ({ agenda, machineOf, perform }: StormRunsDeps) => {
  const start = async (life: Life, journey: string, input: unknown): Promise<void> => {
    const machine = machineOf(journey);
    if (!machine) throw new MachineNotDeployed(`No machine for the journey ${journey}.`);
    const begin = async (): Promise<void> => {
      const id = `${life.id}-run-${++life.runs}`;
      const parsedInput = JSON.parse(JSON.stringify(input)) as { at: string; visit: number };
      life.trace(`${id} ${journey} from ${parsedInput.at}/${parsedInput.visit}`);
      life.busy++;
      const run = await beginRun(machine, parsedInput);
      life.busy--;
      goOn({ id, life, run, born: agenda.now, call: 0 });
    };
    await begin();
    if (life.luck.strikes(0.03, 'run: started twice'))
      agenda.after(
        life.luck.draw.pick([life.luck.draw.between(0, 2000), life.luck.draw.between(0, 60) * MINUTE]),
        begin,
      );
  };

  const goOn = (one: Open): void => {
    const { life, run, id, born } = one;
    if (run.status === 'succeeded') return;
    if (run.status === 'failed') {
      life.trace(`${id} failed at ${run.state}: ${run.error} ${run.cause}`);
      if (!PASSING.includes(run.error)) life.watch.runFailed(run.state, run.error, run.cause);
      return;
    }
    if (life.luck.strikes(0.01, 'run: dies between two tasks')) return;
    const at = agenda.now + run.delay;
    if (at - born > 1000 * run.machine.TimeoutSeconds) return;
    if (run.delay === 0) {
      call(one, run);
      return;
    }
    life.busy++;
    agenda.at(at, () => {
      life.busy--;
      call(one, run);
    });
  };

  const call = (one: Open, run: Waiting): void => {
    const { life, id } = one;
    const { luck } = life;
    const { FunctionName, Payload } = JSON.parse(JSON.stringify(run.arguments)) as Call;
    const ask = (settle: (settled: Settled<unknown>) => void): void => perform(life, FunctionName, Payload, settle);
    const later = (at: number): void => void agenda.at(at, () => ask(() => {}));
    const { task, step } = Payload;
    if (luck.strikes(0.02, `task ${task} ${step}: twice`)) later(agenda.now + luck.draw.between(0, 3000));
    if (luck.strikes(0.03, `task ${task} ${step}: again, much later`)) later(muchLater(life, agenda.now));
    const number = ++one.call;
    const settled = async (answer: Settled<unknown>): Promise<void> => {
      if (one.call !== number) return;
      life.busy++;
      one.run = await next(one, run, answer);
      life.busy--;
      goOn(one);
    };
    ask((answer) => {
      if (answer.ok) life.trace(`${id} ${step}/${Payload.visit} ${JSON.stringify(answer.value)}`);
      void settled(answer);
    });
    // A reply that never comes back: the task is given up and asked again.
    if (luck.strikes(0.01, `task ${task} ${step}: given up`)) {
      life.busy++;
      agenda.after(luck.draw.between(0, 2000), () => {
        life.busy--;
        void settled({ ok: false, error: 'Lambda.Unknown', cause: undefined });
      });
    }
  };

  const next = (
    { id, call: draws }: Open,
    run: Waiting,
    settled: Settled<unknown>,
  ): Promise<MachineRun> | MachineRun => {
    if (!settled.ok) return taskFailed(run, settled.error, String(settled.cause), () => hashFraction(`${id}-${draws}`));
    return taskSucceeded(run, { Payload: JSON.parse(JSON.stringify(settled.value)) });
  };

  const portFor = (life: Life): Runs => ({ start: (journey, input) => start(life, journey, input) });
  return { portFor };
};

interface Call {
  FunctionName: string;
  Payload: TaskPayload;
}

/** When a task comes again: hours later, or shortly before or after something rings by itself. */
const muchLater = (life: Life, now: number): number => {
  const { luck } = life;
  const ring = nextRing(life, now);
  const isNear = ring - now < 240 * HOUR && luck.draw.happens(0.7);
  if (!isNear) return now + luck.draw.between(0.2, 60) * HOUR;
  return ring + luck.draw.between(-45, 45) * luck.draw.pick([1000, MINUTE, HOUR]);
};
