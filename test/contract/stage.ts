import { hashAssignment } from '../../core/customer/assignment.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { runInput } from '../../core/customer/run.ts';
import { createAdvance } from '../../functions/advance/advance.ts';
import { createDeliver } from '../../functions/deliver/deliver.ts';
import type { EffectMessage } from '../../functions/effects/schema.ts';
import { createRelay } from '../../functions/relay/relay.ts';
import { createChange } from '../../functions/shared/stores/change.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { eachSendable } from '../../language/catalogue/channel.ts';
import type { MachineState } from '../../language/catalogue/task.ts';
import type { Machine } from '../../language/compile/asl.ts';
import { beginRun, taskSucceeded } from '../../simulator/machine/run.ts';
import { createMemoryAddressBook } from '../../simulator/world/address-book.memory.ts';
import { createMemoryBudgets } from '../../simulator/world/budgets.memory.ts';
import { createMemoryStore } from '../../simulator/world/customers.memory.ts';
import { LEASE, T0, words } from '../support/customer.ts';
import { message } from '../support/message.ts';
import type { Exchange } from './recorded.ts';

type Functions = Record<string, (payload: unknown) => Promise<unknown>>;

/** Today's functions about one customer, moved on by hand. */
export const openStage = (catalogue: Catalogue) => {
  const clock = { now: T0 };
  const now = () => clock.now;
  const items: CustomerState[] = [];
  const messages: EffectMessage[] = [];
  const store = createMemoryStore((state) => items.push(state));
  const deps = {
    catalogue,
    catalogueNumber: 1,
    paused: new Set<string>(),
    assignment: { ...hashAssignment, holdout: () => false },
  };
  const change = createChange({ store, now, reduceDeps: async () => deps });
  const addresses = createMemoryAddressBook();
  const budgets = createMemoryBudgets();
  const relay = createRelay({
    addresses,
    budgets,
    sign: async (_type, detail) => detail,
    timeline: { write: async () => {} },
    publisher: { publish: async () => {} },
    effects: { send: async (all) => void messages.push(...all.map((one) => one.message)) },
    load: store.load,
    now,
  });
  let [attempts, events] = [0, 0];
  const functions: Functions = {
    '${DeliverFunction}': createDeliver({
      spentOf: async () => [],
      catalogue,
      addresses,
      change,
      words,
      compose: () => message(),
      channels: eachSendable(() => ({ send: async () => ({ result: 'accepted' as const, reference: 'r' }) })),
      newAttempt: () => `a${++attempts}`,
      lease: LEASE,
      report: () => {},
    }),
    '${AdvanceFunction}': createAdvance({ change, budgets }),
  };
  let relayed = 0;
  const relayAll = async () => {
    while (relayed < items.length) await relay(items[relayed++]!);
  };
  const enrolment = () => Object.entries(items.at(-1)?.enrolments ?? {})[0];
  return {
    clock,
    items,
    messages,
    functions,
    store,
    deps,
    event: async (type: string, fields: Record<string, unknown>) => {
      const event = { id: `e${++events}`, type, at: new Date(clock.now).toISOString(), fields, signals: [] };
      const { answer } = await change('ada', { kind: 'event', event });
      await relayAll();
      return answer;
    },
    erase: async () => {
      await change('ada', { kind: 'erase' });
      await relayAll();
    },
    due: (): number | undefined => enrolment()?.[1].due,
    /** A run of a machine over the functions, to its end. */
    run: async (machine: Machine): Promise<{ input: MachineState; tasks: Exchange[] }> => {
      const [id = ''] = enrolment() ?? [];
      const input = runInput(items.at(-1)!, id, clock.now, catalogue);
      const tasks = await runOver(machine, input, functions);
      await relayAll();
      return { input, tasks };
    },
  };
};

/** Runs a machine over functions, and says what was asked and answered. */
export const runOver = async (machine: Machine, input: unknown, functions: Functions): Promise<Exchange[]> => {
  const tasks: Exchange[] = [];
  let run = await beginRun(machine, input);
  while (run.status === 'waiting') {
    const { FunctionName, Payload } = run.arguments as { FunctionName: string; Payload: Exchange['payload'] };
    const answer = (await functions[FunctionName]!(Payload)) as Exchange['answer'];
    tasks.push({ payload: Payload, answer });
    run = await taskSucceeded(run, { Payload: answer });
  }
  if (run.status === 'failed') throw new Error(`The run failed at ${run.state}: ${run.error}, ${run.cause}`);
  return tasks;
};
