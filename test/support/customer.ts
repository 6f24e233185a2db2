import { DatabaseSync } from 'node:sqlite';
import type { SendCommand } from '../../core/customer/commands/on-send.ts';
import type { Draw, Words } from '../../core/customer/draft.ts';
import type { Effect } from '../../core/customer/model/effect.ts';
import type { IncomingEvent } from '../../core/customer/model/incoming.ts';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { createChange } from '../../functions/shared/stores/change.ts';
import type { CustomerStore } from '../../functions/shared/stores/store.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { ListenTask, ParkTask } from '../../language/catalogue/task.ts';
import { createSqliteStore } from '../../simulator/world/customers.sqlite.ts';
import { catalogue as standard } from './catalogue.ts';
import { frozenStore } from './frozen.ts';

export const T0 = Date.parse('2026-03-02T10:00:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const words: Words = {
  because: ({ moment }) => `Because of ${moment}.`,
  task: ({ moment }) => ({ subject: moment, text: moment }),
};

/** One customer, `ada`, over a real store; the machine's part is played by the test. */
export const oneCustomer = (
  catalogue: Catalogue = standard(),
  draw: Partial<Draw> = {},
  open: (onCommit: (state: CustomerState) => void) => CustomerStore = (onCommit) =>
    frozenStore(createSqliteStore(new DatabaseSync(':memory:'), onCommit)),
) => {
  const journal: JournalEntry[] = [];
  const effects: Effect[] = [];
  let version = 0;
  const store = open((state) => {
    version = state.version;
    journal.push(...state.journal);
    effects.push(...state.effects);
  });
  const clock = { now: T0 };
  const paused = new Set<string>();
  const change = createChange({
    store,
    now: () => clock.now,
    reduceDeps: async () => ({
      catalogue,
      paused,
      draw: { holdout: () => false, arm: (_c, _j, _s, arms) => arms[0]?.name ?? '', ...draw },
    }),
  });
  let events = 0;
  const world = {
    clock,
    paused,
    journal,
    effects,
    store,
    change,
    erase: () => change('ada', { kind: 'erase' }),
    version: () => version,
    state: async () => (await store.load('ada')) as CustomerState,
    event: async (type: string, fields: Record<string, unknown> = {}, more: Partial<IncomingEvent> = {}) => {
      const event: IncomingEvent = {
        id: `e${++events}`,
        type,
        at: new Date(clock.now).toISOString(),
        fields: { customerId: 'ada', ...fields },
        signals: [],
        ...more,
      };
      return (await change('ada', { kind: 'event', event })).answer;
    },
    enrolment: (journey: string): string => {
      const entry = journal.findLast((one) => one.kind === 'entered' && one.journey === journey);
      if (entry?.kind !== 'entered') throw new Error(`nobody entered ${journey}`);
      return entry.enrolment;
    },
    task: (journey: string, moment: string, more: Partial<SendCommand['task']> = {}): SendCommand['task'] => ({
      journey,
      enrolment: world.enrolment(journey),
      phase: 'main',
      step: `send-${moment}`,
      facts: [],
      moment,
      purpose: catalogue.journeys[journey]?.purpose ?? 'relationship',
      parks: 0,
      maxParks: 100,
      ...more,
    }),
    send: async (task: SendCommand['task'], attempt = 'a1') =>
      (await change('ada', { kind: 'send', task, attempt, lease: 60_000, words })).answer,
    record: async (
      task: SendCommand['task'],
      receipt: 'accepted' | 'refused' | 'busy' | 'none' = 'accepted',
      attempt = 'a1',
    ) => {
      const { enrolment, step, ends } = task;
      return (await change('ada', { kind: 'record', enrolment, step, attempt, ends, receipt })).answer;
    },
    park: async (task: SendCommand['task']) => {
      const park: ParkTask = { ...task, customer: 'ada', task: 'park', token: 't' };
      return (await change('ada', { kind: 'advance', task: park })).answer;
    },
    listening: (journey: string, on: string, more: Partial<ListenTask> = {}) => ({
      customer: 'ada',
      journey,
      enrolment: world.enrolment(journey),
      phase: 'main',
      step: `listen-${on}`,
      facts: [],
      on: [on],
      ...more,
    }),
    listen: async (task: Omit<ListenTask, 'task' | 'token'>) =>
      (await change('ada', { kind: 'advance', task: { ...task, task: 'listen', token: 't' } })).answer,
    decide: async (task: Omit<ListenTask, 'task' | 'token'>) =>
      (await change('ada', { kind: 'advance', task: { ...task, task: 'decide' } })).answer,
    finish: async (journey: string) => {
      const { customer, enrolment, phase, step, facts } = world.listening(journey, 'x');
      const task = { task: 'finish' as const, customer, journey, enrolment, phase, step, facts };
      return (await change('ada', { kind: 'advance', task })).answer;
    },
    decisions: () => journal.filter((entry) => entry.kind === 'decision'),
    outcomes: () => world.decisions().map(({ step, outcome, reason }) => `${step} ${outcome} ${reason}`),
  };
  return world;
};
