import type { CustomerState } from '../../core/customer/model/state.ts';
import type { BroadcastStep, TimedEvent } from '../../functions/broadcast/ports.ts';
import type { Broadcast, Broadcasts } from '../../functions/shared/stores/broadcasts.ts';
import type { WorkOfMany } from '../../functions/shared/stores/crowds.ts';
import type { Queue } from '../../functions/shared/stores/queue.ts';
import { HOUR, MINUTE } from '../../language/catalogue/milliseconds.ts';
import { createMemoryBroadcasts } from '../../simulator/world/broadcasts.memory.ts';
import type { Ports } from '../../simulator/world/services.ts';
import type { Agenda } from './agenda.ts';
import type { Begin } from './begin.ts';
import { type Run, servicesOf, type Underneath } from './functions.ts';
import type { Life } from './life.ts';
import type { RawEvent } from './traffic.ts';

interface EveryoneDeps {
  /** The lists of work, as far as they are kept. */
  work: Pick<Queue, 'page'>;
  agenda: Agenda;
  begin: Begin;
  underneath: (life: Life) => Underneath;
  /** Puts what is told where intake takes events from. */
  tell: (life: Life, event: RawEvent, seconds: number) => void;
}

/** What stands under an id of a life, where anything does. */
type Standing = ReadonlyMap<string, CustomerState>;

/** Steps come again, late, and after a failure later each time. */
const LONGEST = HOUR;

/**
 * Events about everyone. Lives know nothing of each other, so to each its own ids are everyone: the same steps, over a queue and
 * records of their own.
 */
export const createEveryone = ({ agenda, begin, underneath, work, tell }: EveryoneDeps) => {
  const all = new Map<Life, Broadcasts>();
  const storeOf = (life: Life): Broadcasts => {
    const store = all.get(life) ?? createMemoryBroadcasts();
    all.set(life, store);
    return store;
  };

  const standing = async (life: Life): Promise<Standing> => {
    const states = new Map<string, CustomerState>();
    for (const id of life.ids) {
      const state = await underneath(life).store.load(id);
      if (state) states.set(id, state);
    }
    return states;
  };

  /** Whose work an answer to many is about, as the lists have it. */
  const listTasks = async ({ answers }: Broadcast): Promise<string[]> =>
    answers ? (await work.page({ list: 'open', of: answers }, { count: 1000 })).items.map(({ task }) => task) : [];

  const answered = new Map<Life, Set<string>>();

  /** A colleague answers all that an outage gave, hours after the first of it, and again where they were told that it failed. */
  const answerSoon = (life: Life, { crowd, moment }: WorkOfMany): void => {
    const answeredCrowds = answered.get(life) ?? new Set();
    answered.set(life, answeredCrowds);
    if (answeredCrowds.has(`${crowd} ${moment}`)) return;
    answeredCrowds.add(`${crowd} ${moment}`);
    const draw = life.luck.about(`what is said of all of ${crowd} ${moment}`);
    if (draw.happens(0.4)) return;
    const outcome = draw.pick(['done', 'declined'] as const);
    const click = (): void =>
      begin(
        life,
        'operate',
        (run) =>
          servicesOf(run, underneath(life)).askBroadcasts({
            command: 'answer-crowd',
            crowd,
            moment,
            said: outcome,
            by: 'bea',
            text: 'told by status page',
          }),
        (settled) => {
          if (!settled.ok) agenda.after(5 * MINUTE, click);
        },
      );
    agenda.after(draw.pick([draw.between(0, 5) * MINUTE, draw.between(0.1, 30) * HOUR]), click);
  };

  /** A message of the queue: once, or twice, and again until it is done. */
  const queue = (life: Life, step: BroadcastStep, seconds: number): void => {
    const { luck } = life;
    const late = luck.strikes(0.03, 'a step of a broadcast: late') ? luck.draw.between(1, 60) * MINUTE : 0;
    const come = (after: number, failed: number): void => {
      life.busy++;
      agenda.after(after, () => {
        life.busy--;
        begin(
          life,
          'broadcast',
          (run) => servicesOf(run, underneath(life)).broadcast(step),
          (settled) => {
            if (!settled.ok) come(Math.min(LONGEST, MINUTE * 2 ** failed), failed + 1);
          },
        );
      });
    };
    come(seconds * 1000 + late + luck.latency('a step of a broadcast'), 0);
    if (luck.strikes(0.1, 'a step of a broadcast: twice')) come(luck.draw.between(0, 2) * MINUTE, 0);
  };

  const broadcastsFor = ({ invocation: { call, life } }: Run): Broadcasts => {
    const store = storeOf(life);
    return {
      ...store,
      load: (id) => call('load broadcast', () => store.load(id)),
      list: (count) => call('list broadcasts', () => store.list(count)),
      begin: (broadcast) =>
        call('begin broadcast', async () => {
          const isNew = (await store.load(broadcast.id)) === undefined;
          if (isNew) life.watch.broadcastBegan(broadcast, await standing(life), await listTasks(broadcast));
          return store.begin(broadcast);
        }),
      advance: (from, to) =>
        call('advance broadcast', async () => {
          const isKept = await store.advance(from, to);
          if (isKept && to.over) life.watch.broadcastEnded(to, await standing(life));
          return isKept;
        }),
    };
  };

  /** A few at a time, of few: so that there are steps. */
  const pageFor = (run: Run): Ports['broadcasting']['everyone']['page'] => {
    const { call, life } = run.invocation;
    return (after, _count) =>
      call('page of everyone', async () => {
        const [next, ...more] = [...life.ids].sort().filter((id) => after === undefined || id > after);
        const state = next === undefined ? undefined : await underneath(life).store.load(next);
        return { states: state ? [state] : [], ...(more.length > 0 && next !== undefined && { next }) };
      });
  };

  const tellFor = ({ invocation: { call, life } }: Run): Ports['broadcasting']['tell'] => {
    const sent = ({ envelope, seconds }: TimedEvent): void => tell(life, { time: '', ...envelope }, seconds);
    return (events) =>
      call('tell', () => {
        const isHalf = life.luck.strikes(0.02, 'tell: half of it');
        for (const one of isHalf ? events.slice(0, Math.floor(events.length / 2)) : events) sent(one);
        if (isHalf) throw new Error('tell: only half was taken.');
      });
  };

  return {
    committed: (life: Life, { tasks = {} }: CustomerState): void => {
      for (const { crowd, moment } of Object.values(tasks))
        if (crowd !== undefined) answerSoon(life, { crowd, moment });
    },
    portFor: (run: Run): Ports['broadcasting'] => ({
      broadcasts: broadcastsFor(run),
      everyone: { page: pageFor(run), count: async () => run.invocation.life.ids.length },
      work: { page: (...parameters) => run.invocation.call('page of work', () => work.page(...parameters)) },
      steps: {
        send: (step, seconds) => run.invocation.call('send a step', () => queue(run.invocation.life, step, seconds)),
      },
      tell: tellFor(run),
    }),
  };
};
