import { DatabaseSync } from 'node:sqlite';
import { createSqliteTokens } from '../../functions/advance/tokens.sqlite.ts';
import type { TokenStore } from '../../functions/advance/tokens.ts';
import type { Effect } from '../../functions/customer/effect.ts';
import type { CustomerState } from '../../functions/customer/state.ts';
import { createSqliteStore } from '../../functions/customer/store.sqlite.ts';
import { EventRejected } from '../../functions/intake/envelope.ts';
import { OURS } from '../../functions/intake/intake.ts';
import type { OutgoingEvent } from '../../functions/relay/ports.ts';
import { createSqliteTimeline } from '../../functions/relay/timeline.sqlite.ts';
import { type Agenda, createAgenda } from './agenda.ts';
import { effectsOf, LIMIT, type Run, relayOf, runAdvance, runDeliver, runIntake, type Services } from './functions.ts';
import { type Invocation, invoke, type Settled } from './invocation.ts';
import type { Life } from './life.ts';
import { createLuck } from './luck.ts';
import { createStateMachines, type TaskPayload } from './machines.ts';
import { createOperations } from './operations.ts';
import type { Violation } from './oracle/ledger.ts';
import { createWatch } from './oracle/watch.ts';
import { reactionTo } from './reactions.ts';
import { type RawEvent, trafficOf } from './traffic.ts';
import type { Release } from './workflows.ts';

export interface StormOptions {
  releases: [Release, Release];
  seed: number;
  customers: number;
  days: number;
  stories?: [number, number];
  /** Only this customer, only these of its events and mishaps, another order: how a failure is made smaller. */
  alone?: { customer: number; events?: ReadonlySet<string>; mishaps?: ReadonlySet<number>; salt?: number } | undefined;
  /** The first customer's number. */
  from?: number;
  trace?: (line: string) => void;
  /** Rules of the services that are off. */
  off?: ReadonlySet<'execution-name' | 'consistent'>;
}

export interface StormResult {
  violations: Violation[];
  events: number;
  commits: number;
  sent: number;
  decisions: number;
  mishaps: number;
  largestItem: number;
  /** The bytes of all that was decided and done. */
  hash: string;
  /** Of the run's last customer: events taken, and what went wrong. */
  last: { events: RawEvent[]; mishaps: { index: number; at: number; what: string }[] };
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
const START = Date.parse('2026-03-02T00:00:00Z');

export const runStorm = async (options: StormOptions): Promise<StormResult> => {
  const { seed, customers, days, alone, stories = [1, 4], from = 0, off } = options;
  const agenda = createAgenda(START);
  const db = new DatabaseSync(':memory:');
  const operations = createOperations({ seed, start: START, days, releases: options.releases, now: () => agenda.now });
  const lives = new Map<string, Life>();
  let writing: Run | undefined;

  const onCommit = (state: CustomerState): void => {
    const life = lives.get(state.id)!;
    const { id, version, journal, effects } = state;
    life.stream.push({ id, version, journal, effects });
    life.trace(`v${version} ${writing?.invocation.id} ${told(state)}`);
    life.watch.committed(state, writing!);
    relaySoon(life);
  };
  const store = createSqliteStore(db, onCommit);
  const kept = createSqliteTokens(db);
  const tokens = off?.has('consistent') ? staleTokens(kept, agenda) : kept;
  const timeline = createSqliteTimeline(db);
  const services: Services = {
    store,
    tokens,
    timeline,
    writing: (run) => {
      writing = run;
    },
    pausedNow: operations.paused,
    sent: (message, { invocation }) => {
      const { life } = invocation;
      life.trace(`SENT ${message.moment} for ${message.id} by ${invocation.id}`);
      life.watch.sent(message, invocation.id, agenda.now);
      const reaction = reactionTo(message, life, agenda.now, operations.release().catalogue);
      if (reaction) publish(life, reaction.at, reaction.event);
    },
  };

  const quietly = (life: Life, settle: () => void): void => {
    settle();
    if (life.busy === 0 && life.stream.length === 0) life.watch.quiet(machines.sleeping(life));
  };
  const begin = (
    life: Life,
    kind: keyof typeof LIMIT,
    run: (run: Run) => Promise<unknown>,
    settle: (settled: Settled<unknown>, invocation: Invocation) => void,
    more: Partial<Run> = {},
  ): void => {
    const { catalogue } = operations.release(life.luck.draw.between(0, MINUTE));
    let started: Invocation | undefined;
    life.busy++;
    invoke(agenda, {
      life,
      kind,
      limit: LIMIT[kind],
      run: (invocation) => {
        started = invocation;
        return run({ invocation, catalogue, paused: new Set(), ...more });
      },
      settle: (settled) =>
        quietly(life, () => {
          life.watch.ended(started!, more.task);
          life.busy--;
          if (!settled.ok) life.trace(`${started?.id} failed: ${settled.error}`);
          settle(settled, started!);
        }),
    });
  };

  const machines = createStateMachines({
    agenda,
    machineOf: (journey) => operations.machine(journey),
    forgetful: off?.has('execution-name') ?? false,
    perform: (life, payload, settle) => {
      hurry(life);
      const work = payload.task === 'send' ? runDeliver : runAdvance;
      const kind = payload.task === 'send' ? 'deliver' : 'advance';
      begin(life, kind, (run) => work(run as Run & { task: TaskPayload }, services), settle, { task: payload });
    },
  });

  /** Puts an event on the bus, perhaps more than once. */
  const publish = (life: Life, at: number, event: RawEvent, bad?: string): void => {
    life.watch.published(event, bad);
    const gone = () => void life.coming.splice(life.coming.indexOf(one), 1);
    const arrive = () => {
      const timer = Math.min(...life.timers.values());
      const near = timer - agenda.now < 3 * 24 * HOUR && life.luck.draw.happens(0.2);
      // What comes at the very moment when a machine goes on by itself is what races with it.
      if (near) agenda.at(timer + life.luck.draw.between(-400, 200), () => deliverEvent(life, event));
      else deliverEvent(life, event);
      const twice = life.luck.strikes(0.04, `event ${event.id}: twice`);
      if (twice) agenda.after(life.luck.draw.between(0, 500), () => deliverEvent(life, event));
      const again = life.luck.strikes(0.03, `event ${event.id}: again, hours later`);
      if (again) agenda.after(life.luck.draw.between(0.1, 60) * HOUR, () => deliverEvent(life, event));
    };
    const cancel = agenda.at(at, () => {
      gone();
      arrive();
    });
    const one = {
      at,
      now: () => {
        cancel();
        gone();
        agenda.after(life.luck.draw.between(0, 120), () => {
          if (Date.parse(event.time) > agenda.now) event.time = new Date(agenda.now).toISOString();
          arrive();
        });
      },
    };
    life.coming.push(one);
  };

  /** Lets the next event of the coming days come just now, while a machine is at a task. */
  const hurry = (life: Life): void => {
    if (life.coming.length === 0 || !life.luck.draw.happens(0.05)) return;
    const next = life.coming.reduce((one, two) => (two.at < one.at ? two : one));
    if (next.at - agenda.now < 3 * 24 * HOUR) next.now();
  };

  const deliverEvent = (life: Life, event: RawEvent): void => {
    life.trace(`event ${event.id} ${event['detail-type']} ${event.time} ${JSON.stringify(event.detail)}`);
    begin(
      life,
      'intake',
      (run) => runIntake(run as Run & { event: RawEvent }, services),
      (settled) => {
        const answer = settled.ok ? (settled.value as { status: string }).status : rejectionOf(settled.cause);
        if (answer) return life.watch.taken(event, answer);
        life.busy++;
        const at = life.luck.draw.happens(0.5) ? 1000 : 180_000;
        agenda.after(at, () => {
          life.busy--;
          deliverEvent(life, event);
        });
      },
      { event },
    );
  };

  const relaySoon = (life: Life): void => {
    if (life.relaying || life.stream.length === 0) return;
    life.relaying = true;
    const lag = life.luck.strikes(0.02, 'stream: lags') ? life.luck.draw.between(1, 20) * MINUTE : life.luck.latency();
    agenda.after(lag, () => relayBatch(life, life.stream.slice(0, 10)));
  };

  const relayBatch = (life: Life, batch: Life['stream'], redriven = false): void => {
    let done = 0;
    begin(
      life,
      'relay',
      async ({ invocation }) => {
        const relay = relayOf(invocation, {
          timeline,
          publisher: { publish: async (events) => publishOurs(life, events) },
          effects: { queue: async (effects) => effects.forEach((effect) => void enqueue(life, effect)) },
        });
        for (const record of batch) {
          await relay(record);
          done++;
        }
      },
      (settled) => {
        if (redriven) return settled.ok ? undefined : redrive(life, batch, MINUTE);
        life.relaying = false;
        const again = settled.ok && life.luck.strikes(0.02, 'stream: the batch comes again');
        const reported = !settled.ok && settled.error !== 'Lambda.Unknown' && settled.error !== 'Sandbox.Timedout';
        const gaveUp = !settled.ok && life.luck.strikes(0.05, 'stream: gives up, redriven hours later');
        const taken = settled.ok && !again ? batch.length : reported ? done : 0;
        life.stream.splice(0, gaveUp ? batch.length : taken);
        if (gaveUp) redrive(life, batch.slice(reported ? done : 0), life.luck.draw.between(0.1, 20) * HOUR);
        const later = settled.ok && life.luck.strikes(0.02, 'stream: the batch comes again, hours later');
        if (later) agenda.after(life.luck.draw.between(0.1, 60) * HOUR, () => relayBatch(life, batch, true));
        relaySoon(life);
      },
    );
  };

  const redrive = (life: Life, batch: Life['stream'], after: number): void => {
    life.busy++;
    agenda.after(after, () => {
      life.busy--;
      relayBatch(life, batch, true);
    });
  };

  const publishOurs = (life: Life, events: OutgoingEvent[]): void => {
    for (const { id, type, at, detail } of events) {
      life.watch.gave({ id, type, detail });
      const event: RawEvent = { id, source: OURS, 'detail-type': type, time: at, detail };
      agenda.after(life.luck.latency(), () => deliverEvent(life, event));
    }
  };

  const enqueue = (life: Life, effect: Effect): void => {
    const { luck } = life;
    const wait = luck.strikes(0.02, `effect ${effect.type}: waits`)
      ? luck.draw.between(1, 30) * MINUTE
      : luck.latency();
    receive(life, effect, wait, 1);
    if (luck.strikes(0.03, `effect ${effect.type}: twice`)) receive(life, effect, luck.latency(), 1);
    if (luck.strikes(0.03, `effect ${effect.type}: again, hours later`)) {
      agenda.after(luck.draw.between(0.1, 60) * HOUR, () => receive(life, effect, 0, 1));
    }
  };

  const receive = (life: Life, effect: Effect, wait: number, receives: number): void => {
    life.busy++;
    agenda.after(wait, () => {
      life.busy--;
      begin(
        life,
        'effects',
        ({ invocation }) => effectsOf(invocation, machines.portFor(life), tokens)(effect),
        (settled) => {
          if (settled.ok) return;
          if (receives < 300) receive(life, effect, MINUTE, receives + 1);
          else life.watch.dead(effect);
        },
      );
    });
  };

  const live = (index: number): Life => {
    const id = `c${index}-${seed}`;
    const trace = options.trace ?? (() => {});
    const luck = createLuck({ seed, index, now: () => agenda.now, only: alone?.mishaps, salt: alone?.salt });
    const planned = trafficOf({ seed, index, customer: id, start: START, days, stories });
    const traffic = alone?.events ? planned.filter(({ event }) => alone.events?.has(event.id)) : planned;
    const life: Life = {
      id,
      index,
      luck,
      watch: createWatch(id),
      traffic,
      coming: [],
      stream: [],
      relaying: false,
      busy: 0,
      invocations: 0,
      reactions: 0,
      timers: new Map(),
      executions: new Map(),
      trace: (what) => trace(`${new Date(agenda.now).toISOString().slice(5, 23)} ${what}`),
    };
    lives.set(id, life);
    for (const { at, event, bad } of traffic) publish(life, at, event, bad);
    return life;
  };

  const first = alone ? alone.customer : from;
  for (let index = first; index < first + (alone ? 1 : customers); index++) live(index);
  await agenda.runAll();

  // The last word on what only a next commit settles: a lease that ran out, an enrolment that outlived its time.
  for (const life of lives.values()) {
    const event: RawEvent = {
      id: `visit-${life.id}`,
      source: 'storm',
      'detail-type': 'message.delivered',
      time: new Date(agenda.now).toISOString(),
      detail: { customerId: life.id },
    };
    life.watch.published(event);
    deliverEvent(life, event);
  }
  await agenda.runAll();

  const result: StormResult = {
    violations: [],
    events: 0,
    commits: 0,
    sent: 0,
    decisions: 0,
    mishaps: 0,
    largestItem: 0,
    hash: '',
    last: { events: [], mishaps: [] },
  };
  for (const life of lives.values()) {
    const verdict = life.watch.verdict(await store.load(life.id), timeline.of(life.id), machines.sleeping(life).length);
    result.violations.push(...verdict.violations);
    result.events += verdict.events;
    result.commits += verdict.commits;
    result.sent += verdict.sent;
    result.decisions += verdict.decisions;
    result.mishaps += life.luck.mishaps.length;
    result.largestItem = Math.max(result.largestItem, verdict.largestItem);
    result.hash = verdict.hashAfter(result.hash);
    result.last = { events: verdict.rawEvents, mishaps: life.luck.mishaps };
  }
  db.close();
  return result;
};

/** The reason by which intake refused an event for good; undefined where it failed for another. */
const rejectionOf = (cause: unknown): string | undefined =>
  cause instanceof EventRejected ? `rejected:${cause.reason}` : undefined;

const told = ({ journal, effects }: CustomerState): string =>
  [
    ...journal.map((entry) =>
      entry.kind === 'decision'
        ? `${entry.step} ${entry.outcome} ${entry.reason}`
        : `${entry.kind} ${'journey' in entry ? entry.journey : ''} ${'reason' in entry ? entry.reason : ''}`,
    ),
    ...effects.map((effect) =>
      effect.type === 'start' ? `-> start ${effect.execution.slice(0, 6)}` : `-> resume ${effect.step}`,
    ),
  ].join('; ');

/** Eventually consistent: a token is seen half a minute after it was written. */
const staleTokens = (tokens: TokenStore, agenda: Agenda): TokenStore => {
  const written = new Map<string, number>();
  return {
    put: async (enrolment, step, token) => {
      written.set(token, agenda.now);
      await tokens.put(enrolment, step, token);
    },
    list: async (enrolment, step) => {
      const all = await tokens.list(enrolment, step);
      return all.filter((token) => (written.get(token) ?? 0) < agenda.now - 1000);
    },
  };
};
