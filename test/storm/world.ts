import { DatabaseSync } from 'node:sqlite';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { PairStore, RemovingStore } from '../../functions/shared/stores/store.ts';
import type { TaskAnswer } from '../../language/catalogue/task.ts';
import { createSqliteBudgets } from '../../simulator/world/budgets.sqlite.ts';
import { createSqliteStore } from '../../simulator/world/customers.sqlite.ts';
import { createSqliteTimeline } from '../../simulator/world/timeline.sqlite.ts';
import { createAgenda } from './agenda.ts';
import { createBegin } from './begin.ts';
import { createBudgetWatch } from './budgets.ts';
import { createBus } from './bus.ts';
import { createCensusStream } from './census.ts';
import { createDisputes } from './disputes.ts';
import { createErasures } from './erasures.ts';
import { createEveryone } from './everyone.ts';
import { type Run, servicesOf, type Underneath } from './functions.ts';
import type { Life } from './life.ts';
import { createOperations, type OperationsOptions, type Releases } from './operations.ts';
import { createQueues } from './queues.ts';
import { reactionTo } from './reactions.ts';
import { createStormRuns } from './runs.ts';
import { createStream } from './stream.ts';
import { createSweeps } from './sweeps.ts';

export interface StormWorldOptions {
  releases: Releases;
  seed: number;
  days: number;
  badDay?: OperationsOptions['badDay'];
  /** Where the clock stands at first. */
  start: number;
}

/** The functions as every world wires them, over services as bad as they can be, and one virtual clock. */
export const createStormWorld = ({ releases, seed, days, start, badDay }: StormWorldOptions) => {
  const agenda = createAgenda(start);
  const db = new DatabaseSync(':memory:');
  const operations = createOperations({ seed, start, days, releases, now: () => agenda.now, badDay });
  const lives = new Map<string, Life>();
  const lifeOf = (id: string): Life => lives.get(id) as Life;
  let writing: Run | undefined;
  const spending = createBudgetWatch();

  const onCommit = (state: CustomerState): void => {
    const life = lifeOf(state.id);
    const { id, version, at, firstSeenAt, erased, freed = [], journal, effects, marks = [] } = state;
    life.stream.push({ id, version, at, firstSeenAt, erased, freed, journal, effects, marks });
    life.trace(`${id} v${version} ${writing?.invocation.id} ${lineOf(state)}`);
    life.watch.committed(state, writing as Run);
    spending.committed(state, operations.release().catalogue);
    relaySoon(life);
    census.committed(life, state);
    everyone.committed(life, state);
    disputes.committed(life, state);
    sweeps.committed(life, state);
  };
  const sqliteStore = createSqliteStore(db, onCommit);
  const store: RemovingStore & PairStore = {
    ...sqliteStore,
    remove: async (id, version) => {
      const before = await sqliteStore.load(id);
      await sqliteStore.remove(id, version);
      if (before?.version !== version) return;
      sweeps.removed(id);
      lifeOf(id).trace(`removed after v${version}`);
      lifeOf(id).watch.removed(id, queues.scheduledOf(lifeOf(id), id));
    },
  };
  const timeline = createSqliteTimeline(db);
  const wipe = db.prepare("DELETE FROM timeline WHERE customer = ? AND json_extract(entry, '$.at') < ?");

  const budgets = createSqliteBudgets(db);
  const reservations = db.prepare("SELECT gesture FROM reservations WHERE state = 'reserved'");
  /** The gestures for which something is reserved. */
  const listReserved = (): string[] => reservations.all().map(({ gesture }) => String(gesture));

  const underneath = (life: Life): Underneath => ({
    store,
    budgets,
    timeline: {
      write: timeline.write,
      wipe: async (customer, before) => void wipe.run(customer, new Date(before).toISOString()),
    },
    publish: (events) => bus.publishOurs(life, events),
    send: (outgoing, now) => queues.send(life, outgoing, now),
    runs: runs.portFor(life),
    schedules: queues.schedulesFor(life),
    overdue: sweeps.overdueFor(life),
    writing: (run) => {
      writing = run;
    },
    pausedNow: operations.paused,
    broadcasting: (run) => everyone.portFor(run),
    sent: (message, { invocation: { id } }) => {
      life.trace(`SENT ${message.moment} for ${message.id} by ${id}`);
      life.watch.sent(message, id, agenda.now);
      const reaction = reactionTo(message, life, agenda.now, operations.release().catalogue);
      if (reaction) bus.publish(life, reaction.at, reaction.event);
    },
  });

  const runs = createStormRuns({
    agenda,
    machineOf: operations.machine,
    perform: (life, name, task, settle) => {
      bus.hurry(life, 0.05);
      const settled: typeof settle = (answer) => {
        if (answer.ok) life.watch.answered(task, answer.value as TaskAnswer);
        // Between a failure and the next attempt.
        if (!answer.ok) bus.hurry(life, 0.5);
        settle(answer);
      };
      const kind = name === '${DeliverFunction}' ? 'deliver' : 'advance';
      const work = (run: Run) => servicesOf(run, underneath(life)).tasks[name as '${DeliverFunction}'](task);
      begin(life, kind, work, settled, { task });
    },
  });
  const begin = createBegin({ agenda, operations });
  const bus = createBus({ agenda, begin, underneath });
  const disputes = createDisputes(bus.publish);
  const everyone = createEveryone({
    agenda,
    begin,
    underneath,
    work: { page: (...parameters) => census.work.page(...parameters) },
    tell: bus.tell,
  });
  const queues = createQueues({ agenda, begin, underneath });
  const sweeps = createSweeps({ agenda, send: queues.send });
  const { relaySoon } = createStream({ agenda, begin, underneath, lost: spending.losing });
  const census = createCensusStream({ agenda, begin, load: sqliteStore.load });
  const erasures = createErasures({ agenda, begin, underneath });

  const close = (): void => {
    db.close();
    census.close();
  };
  return { agenda, lives, operations, store, timeline, bus, erasures, census, spending, listReserved, close };
};

/** A commit in a line. */
const lineOf = ({ journal, effects, enrolments, erased, movedTo }: CustomerState): string =>
  [
    ...(erased === undefined ? [] : ['ERASED']),
    ...(movedTo === undefined ? [] : [`MOVED TO ${movedTo}`]),
    ...journal.map((entry) =>
      entry.kind === 'decision'
        ? `${entry.step}/${entry.visit} ${entry.outcome} ${entry.reason}`
        : `${entry.kind} ${'journey' in entry ? entry.journey : ''} ${'reason' in entry ? entry.reason : ''}`,
    ),
    ...effects.map((effect) => {
      const { at, visit, answer = '', leave } = enrolments[effect.enrolment] ?? {};
      const until = new Date(effect.due).toISOString().slice(5, 23);
      return `${effect.enrolment.slice(0, 6)} ${at}/${visit} ${answer}${leave ? ' leaving' : ''} -> ${effect.type} ${effect.timer} ${until}`;
    }),
  ].join('; ');
