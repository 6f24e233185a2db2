import type { JourneyDefinition } from '../../../language/catalogue/definition.ts';
import type { AdvanceTask, DeliverTask, MachineState } from '../../../language/catalogue/task.ts';
import { AdvanceTask as AdvanceSchema, DeliverTask as DeliverSchema } from '../../../language/catalogue/task.ts';
import type { Machine } from '../../../language/compile/asl.ts';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { compileMachine } from '../../../language/compile/machine.ts';
import { dueAt, type Execution, start } from '../../../simulator/machine/execution.ts';
import { advance, taskFailed, taskSucceeded } from '../../../simulator/machine/interpreter.ts';
import { definitions, onboarding } from '../../support/definitions.ts';

export const t0 = Date.parse('2026-03-02T09:00:00Z');

/** The machine of these steps. */
export const machineOf = (steps: JourneyDefinition['steps'], more: Partial<JourneyDefinition> = {}): Machine => {
  const journey = { ...onboarding, ...more, steps };
  return compileMachine(journey, compileCatalogue({ ...definitions, journeys: { [journey.id]: journey } }));
};

export const input = (more: Partial<MachineState> = {}): MachineState => ({
  customerId: 'ada',
  enrolment: 'e1',
  phase: 'main',
  event: {},
  heard: {},
  customer: {},
  arms: {},
  parks: 0,
  ...more,
});

export type Asked = DeliverTask | AdvanceTask;

/** An answer to a task, an error, or `timeout`: the token is never answered. */
export type Reply = Record<string, unknown> | { error: string } | 'timeout';

/** The payload of the task waited for, refused unless it is what the functions expect. */
const askedOf = ({ waiting }: Execution): Asked => {
  if (waiting?.kind !== 'task') throw new Error('waits for no task');
  const { FunctionName, Payload } = waiting.arguments as { FunctionName: string; Payload: unknown };
  return (FunctionName === '${DeliverFunction}' ? DeliverSchema : AdvanceSchema).parse(Payload);
};

export interface Run {
  /** `task step` of every task, in order. */
  asked: string[];
  payloads: Asked[];
  execution: Execution;
  /** Seconds from start to end. */
  took: number;
}

/** Runs a machine to its end in virtual time, each task answered by `reply`. */
export const run = async (machine: Machine, state: MachineState, reply: (task: Asked) => Reply): Promise<Run> => {
  let now = t0;
  let tokens = 0;
  const tick = () => ({ now, newToken: () => `token-${++tokens}`, random: () => 1 });
  const payloads: Asked[] = [];
  let execution = await advance(machine, start(machine, { name: 'e1', machine: 'm1', input: state, now }), tick());
  while (execution.status === 'running') {
    const { waiting } = execution;
    if (waiting?.kind !== 'task') {
      now = dueAt(execution) ?? now;
      execution = await advance(machine, execution, tick());
      continue;
    }
    const asked = askedOf(execution);
    payloads.push(asked);
    const answer = reply(asked);
    if (answer === 'timeout') {
      now = dueAt(execution) ?? Number.NaN;
      execution = await advance(machine, execution, tick());
    } else if ('error' in answer) {
      execution = await taskFailed(machine, execution, { error: String(answer.error), cause: '' }, tick());
    } else execution = await taskSucceeded(machine, execution, waiting.token ? answer : { Payload: answer }, tick());
  }
  const asked = payloads.map(({ task, step }) => `${task} ${step}`);
  return { asked, payloads, execution, took: (now - t0) / 1000 };
};

/** All goes well: every message is sent, every listen hears. */
export const well = ({ task }: Asked): Reply => {
  if (task === 'send' || task === 'emit') return { outcome: 'sent', customer: {} };
  if (task === 'listen') return { outcome: 'heard', customer: {}, heard: {} };
  return { outcome: 'done', customer: {} };
};
