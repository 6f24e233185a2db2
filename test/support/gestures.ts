import { DatabaseSync } from 'node:sqlite';
import type { Assignment } from '../../core/customer/draft.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { createAdvance } from '../../functions/advance/advance.ts';
import { grantByHand } from '../../functions/intake/grant-by-hand.ts';
import type { Budgets } from '../../functions/shared/stores/budgets.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Gesture, Gestures } from '../../language/catalogue/gesture.ts';
import { GESTURE_EVENTS } from '../../language/catalogue/gesture-events.ts';
import type { RunStepOf } from '../../language/catalogue/step.ts';
import { CONTRACT } from '../../language/catalogue/task.ts';
import { createMemoryBudgets } from '../../simulator/world/budgets.memory.ts';
import { createSqliteStore } from '../../simulator/world/customers.sqlite.ts';
import { catalogue, eventType, journey } from './catalogue.ts';
import { oneCustomer } from './customer.ts';
import { frozenStore } from './frozen.ts';

const text = { type: 'text' as const, optional: true, provenance: 'observed' as const };

export const gesture = (more: Partial<Gesture> = {}): Gesture => ({
  title: { default: 'A credit', de: 'Eine Gutschrift' },
  cost: 500,
  worth: { in: 'money', amount: 500 },
  by: ['journeys', 'agents', 'admins'],
  fits: ['failure'],
  emit: 'credit.granted',
  confirmed: { on: 'credit.applied', within: 3600, reads: ['ref'], where: 'heard.ref = gesture.ref' },
  refused: { on: 'credit.refused', where: 'heard.ref = gesture.ref' },
  reverse: 'credit.reversed',
  again: 0,
  limits: {},
  ...more,
});

export const gestures = (more: Partial<Gestures> = {}): Gestures => ({
  currency: 'EUR',
  limits: {},
  kinds: { credit: gesture() },
  ...more,
});

export const give = (more: Partial<RunStepOf<'give'>> = {}): RunStepOf<'give'> => ({
  kind: 'give',
  fits: 'failure',
  with: { ref: 'r1' },
  ...more,
});

/** A journey of one step that gives, and the events of whoever is asked. */
export const givingCatalogue = (
  settings: Gestures = gestures(),
  step: RunStepOf<'give'> = give(),
  more: Parameters<typeof catalogue>[0] = {},
) =>
  catalogue({
    gestures: settings,
    journeys: { hello: journey('hello', 'start', { purpose: 'care', steps: { give: step } }) },
    ...more,
    events: {
      'credit.granted': eventType({ ours: true, gesture: true, fields: { ref: text } }),
      'credit.applied': eventType({ fields: { ref: text, gesture: text } }),
      'credit.refused': eventType({ fields: { ref: text, gesture: text } }),
      'credit.reversed': eventType({ ours: true, fields: { ref: text } }),
      ...Object.fromEntries(Object.entries(GESTURE_EVENTS).map(([name, event]) => [name, eventType(event)])),
      ...more?.events,
    },
  });

/** A customer whom journeys and people give something, by the functions as they are deployed. */
export const givenCustomer = (
  all: Catalogue = givingCatalogue(),
  {
    id = 'ada',
    budgets = createMemoryBudgets(),
    draw = {} as Partial<Assignment>,
  }: { id?: string; budgets?: Budgets; draw?: Partial<Assignment> } = {},
) => {
  const commits: CustomerState[] = [];
  const open: Parameters<typeof oneCustomer>[2] = (onCommit) => {
    const seen = (state: CustomerState): void => {
      commits.push(state);
      onCommit(state);
    };
    return frozenStore(createSqliteStore(new DatabaseSync(':memory:'), seen));
  };
  const one = oneCustomer(all, draw, open, id);
  const advance = createAdvance({ change: one.change, budgets });
  return {
    ...one,
    budgets,
    /** In their order, as the stream carries them. */
    commits,
    /** A run comes to the step that gives. */
    run: async () => (await advance({ contract: CONTRACT, customer: id, ...one.at('hello', 'give') })).outcome,
    /** A person gives, over the bus. */
    byHand: async (kind: string, fields: Record<string, unknown> = {}, more: Parameters<typeof one.event>[2] = {}) => {
      const answer = await one.event('agent.gesture_given', { gesture: kind, by: 'max', ...fields }, more);
      await grantByHand({ catalogue: one.published.catalogue, change: one.change, budgets }, await one.state());
      return answer;
    },
    told: () =>
      one.journal.flatMap((entry) =>
        entry.kind === 'gesture' ? [`${entry.of} ${entry.state}${entry.why ? ` ${entry.why}` : ''}`] : [],
      ),
    last: async () => (await one.state()).gestures?.at(-1),
  };
};

/** One whose journey stands where it gives. */
export const standingCustomer = async (...given: Parameters<typeof givenCustomer>) => {
  const ada = givenCustomer(...given);
  await ada.event('start');
  return ada;
};

/** A limit of what gestures cost together. */
export const money = (most: number) => ({ of: 'cost' as const, most });

/** A limit of how often they are given. */
export const times = (most: number) => ({ of: 'times' as const, most });
