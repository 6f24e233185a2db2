import { AsyncLocalStorage } from 'node:async_hooks';
import { DatabaseSync } from 'node:sqlite';
import type { Effect } from '../../core/customer/model/effect.ts';
import type { IncomingEvent } from '../../core/customer/model/incoming.ts';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { createAdvance } from '../../functions/advance/advance.ts';
import type { Receipt } from '../../functions/deliver/channel.ts';
import { createDeliver } from '../../functions/deliver/deliver.ts';
import { createEffects, type Machines } from '../../functions/effects/effects.ts';
import { createErase } from '../../functions/effects/erase.ts';
import { createRelay } from '../../functions/relay/relay.ts';
import { createChange } from '../../functions/shared/stores/change.ts';
import type { CustomerStore } from '../../functions/shared/stores/store.ts';
import { eachSendable } from '../../language/catalogue/channel.ts';
import { NOT_HEARD, type TaskAnswer } from '../../language/catalogue/task.ts';
import { createSqliteStore } from '../../simulator/world/customers.sqlite.ts';
import { createSqliteTokens } from '../../simulator/world/tokens.sqlite.ts';
import { T0, words } from '../support/customer.ts';
import { frozenStore } from '../support/frozen.ts';
import { type Chance, createChance } from './chance.ts';
import { type Execution, firstMode, lineOf, moveOf, type Task, taskOf } from './machines.ts';
import { createOracle } from './oracle.ts';
import { PROMISES, STORY, tell } from './story.ts';

/** One call of a function: it stops at each step that others may come between, until it is let go on. */
interface Call {
  id: number;
  event?: IncomingEvent;
  erase?: true;
  task?: Task;
  execution?: Execution;
  proceed?: (() => void) | undefined;
  result?: { value: TaskAnswer | string } | { error: unknown };
  /** It stopped for good: a crash. */
  dead: boolean;
}

const LEASE = 60_000;
const MINUTE = 60_000;
/** How long the effects queue keeps an erasure back. */
const HELD_BACK = 2 * MINUTE;
const calls = new AsyncLocalStorage<Call>();

export interface Outcome {
  broken: string[];
  journal: JournalEntry[];
  sent: string[];
  state: CustomerState | undefined;
  /** What is left of whom was erased, and who was not told; undefined where nobody was. */
  remains?: string[];
  log: string[];
}

/**
 * One customer, real functions over a real store, and machines that ask for their tasks: everything may come between any
 * two steps, calls crash, replies are lost, clocks differ, everything is delivered twice. `faults` is how much of it. With
 * `erase` the customer is erased at some time, and comes back with whatever is told of them later.
 */
export const live = async (seed: number, { faults = 6, trace = false, erase = false } = {}): Promise<Outcome> => {
  const chance: Chance = createChance(seed);
  const db = new DatabaseSync(':memory:');
  const oracle = createOracle(PROMISES);
  const log: string[] = [];
  const say = (...parts: unknown[]) =>
    trace &&
    log.push(
      `${new Date(clock).toISOString()} ${parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ')}`,
    );
  let clock = T0;
  let left = chance.upTo(faults + 1);
  const fault = (likely: number): boolean => left > 0 && chance.next() < likely && left-- > 0;
  const skewed = (): number => (chance.next() < 0.1 ? clock - chance.upTo(120_000) : clock);

  const gate = async (): Promise<void> => {
    const call = calls.getStore();
    if (call)
      await new Promise<void>((resolve) => {
        call.proceed = resolve;
      });
  };
  const stream: CustomerState[] = [];
  const timeline = new Map<string, JournalEntry>();
  const queue: Effect[] = [];
  /** When an effect that is held back can be taken. */
  const due = new Map<Effect, number>();
  let erasedAt: number | undefined;
  const running: Call[] = [];
  const finished: Call[] = [];
  const executions = new Map<string, Execution>();
  const outbox: string[] = [];
  const crashed = new Set<string>();
  let ids = 0;

  const real = frozenStore(
    createSqliteStore(db, (state) => {
      stream.push(state);
      erasedAt ??= state.erased;
      const { event, task } = calls.getStore() ?? {};
      say(
        'commit',
        state.version,
        event?.id ?? task,
        state.journal.map(short),
        state.effects.map((effect) => [effect.type, 'step' in effect ? effect.step : '']),
      );
      oracle.commit(state, event);
    }),
  );
  const store: CustomerStore = {
    load: async (id) => {
      await gate();
      return real.load(id);
    },
    commit: async (state) => {
      await gate();
      const answer = await real.commit(state);
      if (answer.committed && fault(0.04)) {
        say('  its reply is lost, the write is tried again');
        await gate();
        return { committed: false, current: await real.load(state.id) };
      }
      await gate();
      return answer;
    },
  };
  const change = createChange({
    store,
    now: skewed,
    reduceDeps: async () => ({
      catalogue: STORY,
      paused: new Set<string>(),
      draw: { holdout: () => seed % 17 === 0, arm: () => '' },
    }),
  });
  const sqliteTokens = createSqliteTokens(db);
  const tokens = {
    ...sqliteTokens,
    put: async (...given: Parameters<typeof sqliteTokens.put>) => {
      await sqliteTokens.put(...given);
      await gate();
    },
  };
  const send = async ({ id }: { id: string }): Promise<Receipt> => {
    const receipt = chance.next();
    if (receipt < 0.04) return { result: 'busy' };
    if (receipt < 0.07) return { result: 'refused', reason: 'full' };
    outbox.push(id);
    say('SENT', id);
    await gate();
    if (receipt < 0.1) crashed.add(id);
    return receipt < 0.1 ? { result: 'none' } : { result: 'accepted' };
  };
  const channels = eachSendable(() => ({ send }));
  const advance = createAdvance({ change, tokens, effects: { queue: async (effects) => void queue.push(...effects) } });
  const deliver = (attempt: string) =>
    createDeliver({
      change,
      words,
      channels,
      newAttempt: () => attempt,
      lease: LEASE,
      now: skewed,
      report: (error) => oracle.broken.add(String(error)),
      compose: (_, { decision }) => ({
        ...decision,
        id: `${decision.enrolment}/${decision.step}`,
        customer: 'ada',
        channel: decision.channel,
        subject: '',
        text: '',
        headers: {},
      }),
    });

  const begin = (what: Pick<Call, 'event' | 'erase' | 'task' | 'execution'>): Call => {
    const call: Call = { id: ++ids, dead: false, ...what };
    const work = (): Promise<TaskAnswer | string> => {
      if (call.erase) return change('ada', { kind: 'erase' }).then(({ answer }) => answer);
      if (call.event) return change('ada', { kind: 'event', event: call.event }).then(({ answer }) => answer);
      return call.task?.task === 'send' ? deliver(`a${call.id}`)(call.task) : advance(call.task);
    };
    calls.run(call, () => {
      Promise.resolve()
        .then(gate)
        .then(work)
        .then(
          (value) => {
            call.result = { value };
          },
          (error: unknown) => {
            call.result = { error };
          },
        );
    });
    running.push(call);
    return call;
  };
  const rest = async (call: Call): Promise<void> => {
    while (!call.proceed && !call.result) await new Promise(setImmediate);
  };

  const enter = (execution: Execution): void => {
    delete execution.token;
    if (execution.mode === 'later') return;
    if (execution.mode === 'park' || execution.mode === 'listen') {
      execution.token = `T${++ids}`;
      const line = lineOf(execution);
      if (execution.mode === 'listen') execution.wakesAt ??= clock + (line?.task === 'listen' ? line.within : 0);
    } else delete execution.wakesAt;
    execution.attempt = begin({ execution, task: taskOf(execution) }).id;
  };
  const retry = (execution: Execution, step: string): void => {
    if (step) crashed.add(step);
    execution.retries++;
    enter(execution);
  };
  const move = (execution: Execution, to: ReturnType<typeof moveOf>): void => {
    delete execution.wakesAt;
    execution.parks = 0;
    if (to.to === 'done') {
      execution.open = false;
      return;
    }
    if (to.to === 'next') {
      execution.line++;
      execution.mode = firstMode(execution);
    } else {
      execution.mode = to.to;
      if ('parks' in to) execution.parks = to.parks ?? 0;
      if (to.wakesAt !== undefined) execution.wakesAt = to.wakesAt;
    }
    enter(execution);
  };
  const answered = async (token: string, answer: TaskAnswer | typeof NOT_HEARD): Promise<void> => {
    const execution = [...executions.values()].find((one) => one.open && one.token === token);
    if (!execution) return;
    delete execution.token;
    if (execution.mode === 'park') return moveBack(execution);
    if (answer === NOT_HEARD) return move(execution, { to: 'decide' });
    move(execution, { to: 'next' });
  };
  const moveBack = (execution: Execution): void => {
    const { parks } = execution;
    move(execution, { to: 'send', parks });
  };
  const machines: Machines = {
    start: async (journey, name, input) => {
      if (executions.has(name)) return;
      const { enrolment, phase } = input as { enrolment: string; phase: string };
      const execution: Execution = {
        name,
        journey,
        enrolment,
        phase,
        line: 0,
        mode: 'send',
        parks: 0,
        open: true,
        attempt: 0,
        retries: 0,
      };
      execution.mode = firstMode(execution);
      executions.set(name, execution);
      enter(execution);
    },
    stop: async (_, name) => {
      const execution = executions.get(name);
      if (execution) move(execution, { to: 'done' });
    },
    succeed: answered,
    fail: (token) => answered(token, NOT_HEARD),
  };
  const wipe = async (_: string, before: number): Promise<void> => {
    for (const [key, { at }] of timeline) if (Date.parse(at) < before) timeline.delete(key);
  };
  const perform = createEffects({
    machines,
    tokens: sqliteTokens,
    load: real.load,
    erase: createErase({ store: real, held: { wipe } }),
    now: () => clock,
  });
  const relay = createRelay({
    timeline: {
      write: async (entries) => {
        for (const { version, index, entry } of entries) timeline.set(`${version}.${index}`, entry);
      },
    },
    publisher: { publish: async () => {} },
    effects: {
      queue: async (effects) => {
        queue.push(...effects);
        for (const effect of effects) {
          if (effect.type === 'erase' || effect.type === 'stop') due.set(effect, clock + HELD_BACK);
        }
      },
    },
    load: real.load,
    now: () => clock,
  });
  let relayed = 0;

  const reply = (call: Call): void => {
    const { execution, result } = call;
    if (!execution?.open || execution.attempt !== call.id || !result) return;
    if ('error' in result) {
      oracle.broken.add(String(result.error));
      move(execution, { to: 'finish' });
      return;
    }
    if (execution.mode === 'park' || execution.mode === 'listen') return;
    move(execution, moveOf(execution, result.value as TaskAnswer, clock));
  };
  const goOn = async (call: Call): Promise<void> => {
    await rest(call);
    if (call.result) {
      running.splice(running.indexOf(call), 1);
      finished.push(call);
      // What is told of somebody who is being erased comes again.
      if (call.event && 'error' in call.result) bus.push({ at: clock + MINUTE, event: call.event });
      return reply(call);
    }
    const place = call.task ? `${call.task.enrolment}/${call.task.step}` : '';
    const mine = call.execution?.open === true && call.execution.attempt === call.id;
    if (fault(0.02)) {
      say('CRASH', place || (call.event?.id ?? ''));
      call.dead = true;
      running.splice(running.indexOf(call), 1);
      if (place) crashed.add(place);
      if (call.event) bus.push({ at: clock, event: call.event });
      if (mine && call.execution) retry(call.execution, place);
      return;
    }
    if (mine && call.execution && fault(0.02)) {
      say('the machine gives up waiting and tries again', place);
      crashed.add(place);
      retry(call.execution, place);
    }
    call.proceed?.();
    call.proceed = undefined;
    await rest(call);
  };

  const bus = tell(chance);
  const history = bus.map(({ event }) => event);
  const timers = (): number[] => [
    ...queue.flatMap((effect) => due.get(effect) ?? []),
    ...bus.map(({ at }) => at),
    ...[...executions.values()].flatMap(({ open, wakesAt }) => (open && wakesAt !== undefined ? [wakesAt] : [])),
  ];
  const passed = (execution: Execution): void => {
    say('time is up', execution.enrolment.slice(0, 4), execution.mode);
    delete execution.token;
    if (execution.mode === 'listen') move(execution, { to: 'decide' });
    else moveBack(execution);
  };

  /** Nothing can happen before time passes: nobody may wait for what is there, or be forgotten. */
  const quiet = async (): Promise<void> => {
    const state = await real.load('ada');
    for (const execution of executions.values()) {
      if (!execution.open || !execution.token) continue;
      const enrolment = state?.enrolments[execution.enrolment];
      const { step } = taskOf(execution);
      const waits = enrolment?.phase === execution.phase ? enrolment : undefined;
      if (execution.mode === 'park' && waits?.open?.parked?.step !== step)
        oracle.broken.add('SLEEPS: parked, and nobody knows');
      if (execution.mode === 'listen' && waits?.waiting?.step !== step)
        oracle.broken.add('SLEEPS: listening, and nobody knows');
      const { open } = waits ?? {};
      const held =
        open &&
        oracle.against(`${execution.enrolment}/${step}`, execution.journey, open.moment, open.purpose, 'inbox', clock);
      const reason = open?.reason;
      // A clock that was behind holds a little longer.
      const isNear = (execution.wakesAt ?? 0) - clock < 180_000;
      const timed = reason === 'quiet-hours' || reason === 'channel-busy' || reason === 'window';
      if (execution.mode === 'park' && held?.length === 0 && !timed && !isNear)
        oracle.broken.add(`SLEEPS: parked for ${reason}, though nothing holds it`);
    }
  };

  const act = async (): Promise<boolean> => {
    const acts: (() => unknown)[] = [];
    for (const [index, { at, event }] of bus.entries()) {
      if (at > clock) continue;
      acts.push(() => {
        bus.splice(index, 1);
        begin({ event });
        if (fault(0.1)) bus.push({ at: clock + chance.upTo(50) * 3_600_000, event });
      });
    }
    for (const call of running)
      acts.push(
        () => goOn(call),
        () => goOn(call),
      );
    if (relayed < stream.length) {
      acts.push(async () => {
        if (relayed > 0 && fault(0.05)) relayed--;
        await relay(stream[relayed++] as CustomerState);
      });
    }
    if (erase && erasedAt === undefined && stream.length > 0 && chance.next() < 0.02) begin({ erase: true });
    for (const [index, effect] of queue.entries()) {
      if ((due.get(effect) ?? 0) > clock) continue;
      acts.push(async () => {
        if (!fault(0.05)) queue.splice(index, 1);
        await perform(effect);
      });
    }
    if (finished.length > 0 && fault(0.01)) {
      acts.push(() => {
        const { task } = chance.pick(finished);
        if (task) say('delivered again', task.task, task.step);
        if (task) begin({ task });
      });
    }
    for (const execution of executions.values()) {
      if (execution.open && execution.wakesAt !== undefined && execution.wakesAt <= clock) {
        if (execution.mode === 'later' || execution.token) acts.push(() => passed(execution));
      }
    }
    if (acts.length > 0 && chance.next() > 0.005) {
      await chance.pick(acts)();
      return true;
    }
    const ahead = timers().filter((at) => at > clock);
    if (acts.length === 0) await quiet();
    if (ahead.length === 0) return acts.length > 0;
    // Whoever is in the middle of something is slower than a function may be.
    for (const { task } of running) if (task) crashed.add(`${task.enrolment}/${task.step}`);
    clock = Math.min(...ahead);
    return true;
  };
  const settle = async (most: number): Promise<void> => {
    for (let turn = 0; turn < most; turn++) if (!(await act())) return;
    oracle.broken.add('DOES NOT END');
  };
  await settle(6000);
  left = 0;
  const journal = [...timeline.values()];
  const state = await real.load('ada');
  judge();
  const remains = await remainsOf();

  // Everything once more, long after: I6.
  const sentBefore = outbox.length;
  for (const event of history) bus.push({ at: clock, event });
  for (const { task } of [...finished]) if (task) begin({ task });
  relayed = 0;
  await settle(20_000);
  const after = [...timeline.values()].slice(journal.length).filter(({ kind }) => kind !== 'delivery');
  if (outbox.length !== sentBefore) oracle.broken.add('I6: sent once more');
  if (after.length > 0) oracle.broken.add(`I6: journalled once more ${JSON.stringify(after[0])}`);
  remains?.push(...((await remainsOf()) ?? []));
  db.close();
  return { broken: [...oracle.broken].sort(), journal, sent: outbox, state, log, ...(remains ? { remains } : {}) };

  /** Whoever came back is new, and has nothing of the life before. */
  async function remainsOf(): Promise<string[] | undefined> {
    if (erasedAt === undefined) return undefined;
    const at = erasedAt;
    const item = await real.load('ada');
    return [
      ...(item?.erased === undefined ? [] : ['the mark']),
      ...(item && item.firstSeenAt <= at ? ['the item'] : []),
      ...[...timeline.values()].filter((entry) => Date.parse(entry.at) <= at).map(({ kind }) => `an entry: ${kind}`),
      ...[...executions.values()].filter(({ open }) => open).map(({ mode }) => `a machine that waits: ${mode}`),
      ...[...oracle.broken].filter((one) => /nobody knows|DOES NOT END/.test(one)),
    ];
  }

  function judge(): void {
    for (const [key, outcomes] of oracle.finals)
      if (outcomes.length > 1) oracle.broken.add(`I3: two finals ${outcomes} of ${key.split('/')[1]}`);
    const began = new Set(
      journal.flatMap((entry) => (entry.kind === 'decision' ? [`${entry.enrolment}/${entry.step}`] : [])),
    );
    for (const { task, result } of finished) {
      if (task?.task !== 'send' || !result || 'error' in result) continue;
      if ((result.value as TaskAnswer).outcome !== 'ended') began.add(`${task.enrolment}/${task.step}`);
    }
    for (const key of began)
      if (!oracle.finals.has(key)) oracle.broken.add(`I3: no final decision of ${key.split('/')[1]}`);
    for (const [key, [outcome]] of oracle.finals) {
      const step = key.split('/')[1];
      const times = outbox.filter((id) => id === key).length;
      const mayRepeat = ['send-sorry', 'send-bill'].includes(step ?? '');
      const isCalm = journal.some(
        (entry) =>
          entry.kind === 'decision' && entry.outcome === 'replaced' && `${entry.enrolment}/${entry.step}` === key,
      );
      if (times > 1 && !mayRepeat && !isCalm) oracle.broken.add(`I2: ${step} sent ${times} times`);
      if (outcome === 'unknown' && times === 0 && !crashed.has(key))
        oracle.broken.add(`DROPPED: ${step} unknown, though nothing crashed`);
      if (times > 0 && ['suppressed', 'control', 'ended'].includes(outcome ?? ''))
        oracle.broken.add(`${step} ${outcome}, though it went out`);
    }
    if (Object.keys(state?.enrolments ?? {}).length > 0) oracle.broken.add('I9: an enrolment is still open');
    for (const { open, name } of executions.values())
      if (open) oracle.broken.add(`I9: a machine is still open: ${name.slice(-6)}`);
    if (state?.decisions.some(({ outcome }) => outcome === 'reserved')) oracle.broken.add('I3: reserved for good');
    if (JSON.stringify(state ?? {}).length > 16_384) oracle.broken.add('I8: the item is too large');
  }
};

const short = (entry: JournalEntry): string => {
  if (entry.kind === 'decision') return `${entry.outcome} ${entry.step} ${entry.moment} ${entry.reason}`;
  if (entry.kind === 'ended') return `ended ${entry.journey} ${entry.reason}`;
  return entry.kind;
};
