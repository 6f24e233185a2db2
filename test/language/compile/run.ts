import jsonata from 'jsonata';
import type { JourneyDefinition } from '../../../language/catalogue/definition.ts';
import { START } from '../../../language/catalogue/fixed-step.ts';
import {
  AdvanceTask,
  CONTRACT,
  DeliverTask,
  type MachineState,
  type TaskAnswer,
} from '../../../language/catalogue/task.ts';
import type { Machine } from '../../../language/compile/asl.ts';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { compileMachine } from '../../../language/compile/machine.ts';
import { definitions, onboarding } from '../../support/definitions.ts';

/** The catalogue of one journey, of these steps. */
export const catalogueOf = (steps: JourneyDefinition['steps'], more: Partial<JourneyDefinition> = {}) => {
  const journey = { ...onboarding, ...more, steps };
  return compileCatalogue({ ...definitions, journeys: { [journey.id]: journey } });
};

/** The machine of these steps. */
export const machineOf = (steps: JourneyDefinition['steps'], more: Partial<JourneyDefinition> = {}): Machine =>
  compileMachine({ ...onboarding, ...more, steps }, catalogueOf(steps, more));

/** The input of a run, from the beginning of a journey. */
export const input = (more: Partial<MachineState> = {}): MachineState => ({
  contract: CONTRACT,
  customerId: 'ada',
  enrolment: 'e1',
  at: START,
  visit: 0,
  event: {},
  heard: {},
  customer: {},
  arms: {},
  ...more,
});

export type Payload = DeliverTask | AdvanceTask;
export type Reply = Partial<TaskAnswer> & Pick<TaskAnswer, 'outcome'>;

const EXPRESSION = /^\{% ([\s\S]*) %\}$/;

/** Arguments and conditions as Step Functions evaluates them. */
const evaluateAll = async (value: unknown, states: object): Promise<unknown> => {
  if (typeof value === 'string') {
    const source = EXPRESSION.exec(value)?.[1];
    return source === undefined ? value : jsonata(source).evaluate(undefined, { states });
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(async ([key, inner]) => [key, await evaluateAll(inner, states)] as const);
  return Object.fromEntries(await Promise.all(entries));
};

const payloadOf = (value: unknown): Payload => {
  const { FunctionName, Payload } = value as { FunctionName: string; Payload: unknown };
  return (FunctionName === '${DeliverFunction}' ? DeliverTask : AdvanceTask).parse(Payload);
};

/** One run of a machine, each task answered by `reply`: `kind step` of every task in order, and their payloads. */
export const run = async (machine: Machine, state: MachineState, reply: (task: Payload) => Reply) => {
  const payloads: Payload[] = [];
  let now: unknown = state;
  let name = machine.StartAt;
  for (let steps = 0; ; steps++) {
    if (steps > 10_000) throw new Error('the run does not end');
    const at = machine.States[name];
    if (!at) throw new Error(`there is no state ${name}`);
    if (at.Type === 'Succeed') break;
    if (at.Type === 'Task') {
      const payload = payloadOf(await evaluateAll(at.Arguments, { input: now }));
      payloads.push(payload);
      const answer = { contract: CONTRACT, customer: {}, heard: {}, ...reply(payload) };
      now = await evaluateAll(at.Output, { input: now, result: { Payload: answer } });
      name = at.Next;
      continue;
    }
    name = at.Default;
    for (const { Condition, Next, Output } of at.Choices) {
      if ((await evaluateAll(Condition, { input: now })) !== true) continue;
      if (Output !== undefined) now = await evaluateAll(Output, { input: now });
      name = Next;
      break;
    }
  }
  return { tasks: payloads.map(({ task, step }) => `${task} ${step}`), payloads };
};

/** How each task is answered when all goes well: messages are sent, dates reached, events heard. */
const WELL = {
  send: 'sent',
  task: 'sent',
  emit: 'sent',
  give: 'sent',
  wait: 'reached',
  'wait-until': 'reached',
  listen: 'heard',
  repeat: 'through',
  finish: 'ended',
  lost: 'elsewhere',
} as const;

/** All goes well, but for the steps that are answered otherwise. */
export const well =
  (otherwise: Record<string, Reply['outcome']> = {}) =>
  ({ task, step }: Payload): Reply => ({ outcome: otherwise[step] ?? WELL[task] });
