import type { CustomerState } from '../../core/customer/model/state.ts';
import type { EffectMessage } from '../../functions/effects/schema.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import type { MachineState } from '../../language/catalogue/task.ts';
import type { Machine } from '../../language/compile/asl.ts';
import { T0 } from '../support/customer.ts';
import { compiled } from '../support/world.ts';
import { openStage } from './stage.ts';

/** One task of a run: what its machine asked, and what it was answered. */
export interface Exchange {
  payload: { task: string; step: string };
  answer: { outcome: string };
}

/** One run, from the input that its timer gave it. */
export interface RecordedRun {
  machine: string;
  input: MachineState;
  tasks: Exchange[];
}

export interface Recorded {
  /** Commit by commit: what was asked for, took place, was held, listened, waited, and was erased. */
  items: CustomerState[];
  runs: RecordedRun[];
  messages: EffectMessage[];
  machines: Record<string, Machine>;
  catalogue: Catalogue;
}

const ENTERED = {
  renewal: {
    type: 'subscription.renewal_due',
    fields: { subscriptionId: 's1', renewsAt: new Date(T0 + 90 * DAY).toISOString(), amount: 29, currency: 'EUR' },
  },
  onboarding: { type: 'customer.signed_up', fields: { plan: 'team', firstName: 'Ada' } },
};

/** One customer's way through a journey, and their erasure at the end of it or on the way. */
const through = async (name: keyof typeof ENTERED, most: number, event?: { type: string; fields: object }) => {
  const { catalogue, machines } = compiled();
  const stage = openStage(catalogue);
  await stage.event(ENTERED[name].type, ENTERED[name].fields);
  const runs: RecordedRun[] = [];
  for (let due = stage.due(); due !== undefined && runs.length < most; due = stage.due()) {
    stage.clock.now = Math.max(stage.clock.now, due);
    runs.push({ machine: name, ...(await stage.run(machines[name]!)) });
  }
  if (event) {
    await stage.event(event.type, { ...event.fields });
    runs.push({ machine: name, ...(await stage.run(machines[name]!)) });
  }
  await stage.erase();
  return { items: stage.items, messages: stage.messages, runs };
};

/** What lives long, of three customers. */
export const recorded = async (): Promise<Recorded> => {
  const { catalogue, machines } = compiled();
  const all = [
    await through('renewal', 20),
    await through('renewal', 1),
    await through('onboarding', 2, { type: 'product.used', fields: { feature: 'import', body: 'Good.' } }),
  ];
  return {
    items: all.flatMap(({ items }) => items),
    runs: all.flatMap(({ runs }) => runs),
    messages: all.flatMap(({ messages }) => messages),
    machines,
    catalogue,
  };
};
