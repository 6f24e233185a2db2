import { DatabaseSync } from 'node:sqlite';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { TaskAnswer } from '../../language/catalogue/task.ts';
import { createSqliteStore } from '../../simulator/world/customers.sqlite.ts';
import { createSqliteTimeline } from '../../simulator/world/timeline.sqlite.ts';
import { createSqliteTokens } from '../../simulator/world/tokens.sqlite.ts';
import { createAgenda } from './agenda.ts';
import { type Begin, createBegin } from './begin.ts';
import { createBus } from './bus.ts';
import { createEffectsQueue } from './effects-queue.ts';
import { type Run, runAdvance, runDeliver, type Services } from './functions.ts';
import type { Life } from './life.ts';
import { createStateMachines, type TaskPayload } from './machines.ts';
import { createOperations } from './operations.ts';
import { reactionTo } from './reactions.ts';
import { createStaleTokens } from './stale-tokens.ts';
import { createStream } from './stream.ts';
import type { Release } from './workflows.ts';

export interface StormWorldOptions {
  releases: [Release, Release];
  seed: number;
  days: number;
  /** Where the clock stands at first. */
  start: number;
  /** Rules of the services that are off. */
  off?: ReadonlySet<'execution-name' | 'consistent'> | undefined;
}

/** Everything that runs in AWS, as bad as it can be, over the real functions and one virtual clock. */
export const createStormWorld = ({ releases, seed, days, start, off }: StormWorldOptions) => {
  const agenda = createAgenda(start);
  const db = new DatabaseSync(':memory:');
  const operations = createOperations({ seed, start, days, releases, now: () => agenda.now });
  const lives = new Map<string, Life>();
  let writing: Run | undefined;

  const onCommit = (state: CustomerState): void => {
    const life = lives.get(state.id)!;
    const { id, version, at, firstSeenAt, journal, effects } = state;
    life.stream.push({ id, version, at, firstSeenAt, journal, effects });
    life.trace(`v${version} ${writing?.invocation.id} ${told(state)}`);
    life.watch.committed(state, writing!);
    relaySoon(life);
  };
  const store = createSqliteStore(db, onCommit);
  const kept = createSqliteTokens(db);
  const tokens = off?.has('consistent') ? createStaleTokens(kept, agenda) : kept;
  const timeline = createSqliteTimeline(db);
  const services: Services = {
    store,
    tokens,
    timeline,
    effects: ({ invocation: { life } }) => ({
      queue: async (effects) => effects.forEach((effect) => void enqueue(life, effect)),
    }),
    writing: (run) => {
      writing = run;
    },
    pausedNow: operations.paused,
    sent: (message, { invocation: { id, life } }) => {
      life.trace(`SENT ${message.moment} for ${message.id} by ${id}`);
      life.watch.sent(message, id, agenda.now);
      const reaction = reactionTo(message, life, agenda.now, operations.release().catalogue);
      if (reaction) bus.publish(life, reaction.at, reaction.event);
    },
  };

  const machines = createStateMachines({
    agenda,
    machineOf: (journey) => operations.machine(journey),
    forgetful: off?.has('execution-name') ?? false,
    perform: (life, task, settle) => {
      bus.hurry(life, 0.05);
      const [kind, work] =
        task.task === 'send' ? (['deliver', runDeliver] as const) : (['advance', runAdvance] as const);
      const settled: typeof settle = (answer) => {
        if (answer.ok) life.watch.told(task, answer.value as TaskAnswer);
        // Between a failure and the machine's next attempt.
        if (!answer.ok) bus.hurry(life, 0.5);
        settle(answer);
      };
      begin(life, kind, (run) => work(run as Run & { task: TaskPayload }, services), settled, { task });
    },
  });
  const begin: Begin = createBegin({ agenda, operations, sleeping: machines.sleeping });
  const bus = createBus({ agenda, begin, services });
  const { enqueue } = createEffectsQueue({ agenda, begin, machines, tokens, load: store.load });
  const { relaySoon } = createStream({ agenda, begin, timeline, load: store.load, publish: bus.publishOurs, enqueue });

  const { removal } = operations;
  if (Number.isFinite(removal.at))
    agenda.at(removal.at, () => {
      for (const life of lives.values()) machines.remove(life, removal.journeys);
    });

  return { agenda, lives, operations, store, timeline, machines, bus, close: () => db.close() };
};

/** A commit in a line. */
const told = ({ journal, effects }: CustomerState): string =>
  [
    ...journal.map((entry) =>
      entry.kind === 'decision'
        ? `${entry.step} ${entry.outcome} ${entry.reason}`
        : `${entry.kind} ${'journey' in entry ? entry.journey : ''} ${'reason' in entry ? entry.reason : ''}`,
    ),
    ...effects.map((effect) => {
      if (effect.type === 'erase') return '-> erase';
      return 'execution' in effect ? `-> ${effect.type} ${effect.execution.slice(0, 6)}` : `-> resume ${effect.step}`;
    }),
  ].join('; ');
