import { DatabaseSync } from 'node:sqlite';
import type { RecordCommand } from '../../core/customer/commands/on-record.ts';
import type { TaskCommand } from '../../core/customer/commands/on-task.ts';
import type { Assignment, ReduceDeps, Words } from '../../core/customer/draft.ts';
import type { Effect } from '../../core/customer/model/effect.ts';
import type { Enrolment } from '../../core/customer/model/enrolment.ts';
import type { IncomingEvent } from '../../core/customer/model/incoming.ts';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { createChange } from '../../functions/shared/stores/change.ts';
import type { CustomerStore } from '../../functions/shared/stores/store.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { FINISH } from '../../language/catalogue/fixed-step.ts';
import { createSqliteStore } from '../../simulator/world/customers.sqlite.ts';
import { catalogue as standard } from './catalogue.ts';
import { frozenStore } from './frozen.ts';

export const T0 = Date.parse('2026-03-02T10:00:00Z');
export const LEASE = 60_000;

export const words: Words = {
  because: ({ moment }) => `Because of ${moment}.`,
  task: ({ moment }) => ({ subject: moment, text: moment }),
};

/** One customer over a real store; the run's part is played by the test. `published` may be changed on the way. */
export const oneCustomer = (
  catalogue: Catalogue = standard(),
  draw: Partial<Assignment> = {},
  open: (onCommit: (state: CustomerState) => void) => CustomerStore = (onCommit) =>
    frozenStore(createSqliteStore(new DatabaseSync(':memory:'), onCommit)),
  id = 'ada',
) => {
  const journal: JournalEntry[] = [];
  const effects: Effect[] = [];
  let latest: CustomerState | undefined;
  const store = open((state) => {
    if (state.version > (latest?.version ?? 0)) latest = state;
    journal.push(...state.journal);
    effects.push(...state.effects);
  });
  const clock = { now: T0 };
  const paused = new Set<string>();
  const published = { catalogue, number: 1 };
  const reduceDeps = async (): Promise<ReduceDeps> => ({
    catalogue: published.catalogue,
    catalogueNumber: published.number,
    paused,
    assignment: { holdout: () => false, arm: (_c, _j, _s, arms) => arms[0]?.name ?? '', ...draw },
  });
  const change = createChange({ store, now: () => clock.now, reduceDeps });
  const kindOf = (journey: string, step: string): string =>
    step === FINISH ? 'finish' : (published.catalogue.journeys[journey]?.steps[step]?.kind ?? 'lost');
  let events = 0;
  const world = {
    clock,
    paused,
    published,
    journal,
    effects,
    store,
    change,
    reduceDeps,
    /** From now on these workflows are deployed. */
    publish: (next: Catalogue) => {
      Object.assign(published, { catalogue: next, number: published.number + 1 });
    },
    erase: () => change(id, { kind: 'erase' }),
    version: () => latest?.version ?? 0,
    state: async () => (await store.load(id)) as CustomerState,
    event: async (type: string, fields: Record<string, unknown> = {}, more: Partial<IncomingEvent> = {}) => {
      const event: IncomingEvent = {
        id: `${id === 'ada' ? '' : id}e${++events}`,
        type,
        at: new Date(clock.now).toISOString(),
        fields: { customerId: id, ...fields },
        signals: [],
        ...more,
      };
      return (await change(id, { kind: 'event', event })).answer;
    },
    enrolment: (journey: string): string => {
      const entry = journal.findLast((one) => one.kind === 'entered' && one.journey === journey);
      if (entry?.kind !== 'entered') throw new Error(`nobody entered ${journey}`);
      return entry.enrolment;
    },
    /** The enrolment as last committed; undefined once it is over. */
    standing: (journey: string): Enrolment | undefined => latest?.enrolments[world.enrolment(journey)],
    /** What a run asks at a step: the visit in hand, or the next one. */
    at: (journey: string, step: string, more: Partial<TaskCommand> = {}): TaskCommand => {
      const { at = '', visit = 0 } = world.standing(journey) ?? {};
      return {
        journey,
        enrolment: world.enrolment(journey),
        step,
        visit: at === step ? visit : visit + 1,
        task: kindOf(journey, step),
        ...more,
      };
    },
    task: (journey: string, moment: string, more: Partial<TaskCommand> = {}): TaskCommand =>
      world.at(journey, more.step ?? `send-${moment}`, more),
    send: async (task: TaskCommand, attempt = 'a1') =>
      (await change(id, { kind: 'task', ...task, sending: { attempt, lease: LEASE, words } })).answer,
    record: async (
      task: TaskCommand,
      receipt: RecordCommand['receipt'] = 'accepted',
      attempt = 'a1',
      turn?: number,
    ) => {
      const { enrolment, step, visit } = task;
      const because = 'Because it was due.';
      const fields = { enrolment, step, visit, attempt, receipt, because, ...(turn === undefined ? {} : { turn }) };
      return (await change(id, { kind: 'record', ...fields })).answer;
    },
    /** Sends whole: the gate is asked, and the channel takes it. */
    sent: async (task: TaskCommand, attempt = 'a1') => {
      await world.send(task, attempt);
      return world.record(task, 'accepted', attempt);
    },
    advance: async (task: TaskCommand) => (await change(id, { kind: 'task', ...task })).answer,
    finish: (journey: string) => world.advance(world.at(journey, FINISH)),
    /** The number and time of the timers that commits have asked for since, of one journey's enrolment. */
    timers: (journey: string) =>
      effects.flatMap((effect) =>
        effect.type === 'timer' && effect.enrolment === world.enrolment(journey) ? [effect] : [],
      ),
    decisions: () => journal.filter((entry) => entry.kind === 'decision'),
    outcomes: () => world.decisions().map(({ step, outcome, reason }) => `${step} ${outcome} ${reason}`),
  };
  return world;
};
