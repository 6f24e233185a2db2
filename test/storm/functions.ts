import type { Words } from '../../core/customer/draft.ts';
import { hashDraw } from '../../core/customer/draw.ts';
import type { IncomingEvent } from '../../core/customer/model/incoming.ts';
import { createAdvance } from '../../functions/advance/advance.ts';
import type { TokenStore } from '../../functions/advance/tokens.ts';
import type { Message } from '../../functions/deliver/channel.ts';
import { createDeliver, type DeliverDeps } from '../../functions/deliver/deliver.ts';
import { createEffects, type Machines } from '../../functions/effects/effects.ts';
import { createIntake } from '../../functions/intake/intake.ts';
import type { Rejects } from '../../functions/intake/rejects.ts';
import { createTake } from '../../functions/intake/take.ts';
import type { EffectQueue, Timeline } from '../../functions/relay/ports.ts';
import { createRelay, type RelayDeps } from '../../functions/relay/relay.ts';
import { createChange } from '../../functions/shared/stores/change.ts';
import type { CustomerStore } from '../../functions/shared/stores/store.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { addressOf, eachSendable } from '../../language/catalogue/channel.ts';
import { createChannel } from './channel.ts';
import type { Invocation } from './invocation.ts';
import type { TaskPayload } from './machines.ts';
import { listedTexts } from './texts.ts';
import type { RawEvent } from './traffic.ts';

/** What one run of a function worked with: who wrote a commit, and by which rules. */
export interface Run {
  invocation: Invocation;
  catalogue: Catalogue;
  paused: ReadonlySet<string>;
  /** Of intake. */
  event?: RawEvent;
  incoming?: IncomingEvent;
  /** Of deliver and advance. */
  task?: TaskPayload;
}

/** The services underneath, which do as they are told. */
export interface Services {
  store: CustomerStore;
  tokens: TokenStore;
  timeline: Timeline;
  effects: (run: Run) => EffectQueue;
  /** Whose commit the next one is. */
  writing: (run: Run) => void;
  pausedNow: () => ReadonlySet<string>;
  sent: (message: Message, run: Run) => void;
}

export const LEASE = 60_000;

/** Lambda's own limits, as deployed. */
export const LIMIT = { deliver: 30_000, advance: 15_000, intake: 30_000, relay: 30_000, effects: 30_000 };

/** Words as short as can be: rendering is tried elsewhere. */
const words: Words = {
  because: ({ moment }) => `Because of ${moment}.`,
  task: ({ moment }) => ({ subject: moment, text: moment }),
};

const compose: DeliverDeps['compose'] = (state, { decision }) => {
  const { enrolment, journey, step, moment, purpose, channel } = decision;
  const id = `${enrolment}/${step}`;
  const to = state.attributes[addressOf(channel) ?? '']?.value;
  const about = { id, customer: state.id, journey, enrolment, step, moment, purpose, channel };
  return { ...about, ...(to === undefined ? {} : { to: String(to) }), subject: moment, text: moment, headers: {} };
};

/** A store whose calls take turns with all others. */
const storeOf = (run: Run, { store, writing }: Services): CustomerStore => {
  const { invocation } = run;
  const { luck } = invocation.life;
  const commit: CustomerStore['commit'] = (state) => {
    writing(run);
    return store.commit(state);
  };
  return {
    load: (id) => invocation.call('load', () => store.load(id)),
    commit: async (state) => {
      if (luck.strikes(0.01, `${invocation.kind} commit: conflict out of nothing`)) {
        return { committed: false, current: await invocation.call('commit', () => store.load(state.id)) };
      }
      const result = await invocation.call('commit', () => commit(state));
      if (!luck.strikes(0.02, `${invocation.kind} commit: reply lost, the SDK tries again`)) return result;
      return invocation.call('commit again', () => commit(state));
    },
  };
};

const changeOf = (run: Run, services: Services) => {
  const { luck } = run.invocation.life;
  const change = createChange({
    store: storeOf(run, services),
    now: run.invocation.now,
    reduceDeps: async () => {
      // Cached for a minute, so that it is seldom read.
      const isRead = luck.draw.happens(0.1);
      run.paused = isRead ? await run.invocation.call('flags', services.pausedNow) : services.pausedNow();
      return { catalogue: run.catalogue, paused: run.paused, draw: hashDraw };
    },
  });
  const seen: typeof change = (id, command, known) => {
    if (command.kind === 'event') run.incoming = command.event;
    return change(id, command, known);
  };
  return seen;
};

/** The rejects queue takes what intake refuses; the answer says why. */
export const runIntake = async (run: Run & { event: RawEvent }, services: Services): Promise<string> => {
  let why = '';
  const rejects: Rejects = ({ reason }) =>
    run.invocation.call('reject', () => {
      why = `:${reason}`;
    });
  const intake = createIntake({
    catalogue: run.catalogue,
    change: changeOf(run, services),
    load: (id) => run.invocation.call('load', () => services.store.load(id)),
    text: listedTexts,
    now: run.invocation.now,
  });
  const tagReader = () => Promise.reject(new Error('Nothing here comes from SES.'));
  const take = createTake({ intake, tagReader, rejects, count: () => {} });
  return `${await take(JSON.stringify(run.event))}${why}`;
};

export const runDeliver = (run: Run & { task: TaskPayload }, services: Services) => {
  const channel = createChannel(run.invocation, (message) => services.sent(message, run));
  return createDeliver({
    change: changeOf(run, services),
    words,
    compose,
    channels: eachSendable(() => channel),
    newAttempt: () => run.invocation.id,
    lease: LEASE,
    now: run.invocation.now,
    report: () => {},
  })(run.task);
};

export const runAdvance = (run: Run & { task: TaskPayload }, services: Services) => {
  const { invocation } = run;
  const tokens: TokenStore = {
    put: (enrolment, step, token) => invocation.call('put token', () => services.tokens.put(enrolment, step, token)),
    list: services.tokens.list,
  };
  return createAdvance({ change: changeOf(run, services), tokens, effects: services.effects(run) })(run.task);
};

/** Each of relay's ports may take half of what it is given and then fail. */
export const relayOf = (invocation: Invocation, { timeline, publisher, effects, load }: Omit<RelayDeps, 'now'>) => {
  const halfOf =
    <T>(what: string, take: (all: T[]) => Promise<void>) =>
    (all: T[]): Promise<void> =>
      invocation.call(what, async () => {
        if (!invocation.life.luck.strikes(0.015, `relay ${what}: half of it`)) return take(all);
        await take(all.slice(0, Math.floor(all.length / 2)));
        throw new Error(`${what}: only half was taken.`);
      });
  return createRelay({
    timeline: { write: halfOf('timeline', timeline.write) },
    publisher: { publish: halfOf('publish', publisher.publish) },
    effects: { queue: halfOf('queue', effects.queue) },
    load,
    now: invocation.now,
  });
};

export const effectsOf = (
  invocation: Invocation,
  { machines, tokens, load }: { machines: Machines; tokens: TokenStore; load: CustomerStore['load'] },
) =>
  createEffects({
    machines: {
      start: (...given) => invocation.call('start', () => machines.start(...given)),
      succeed: (...given) => invocation.call('succeed', () => machines.succeed(...given)),
      stop: (...given) => invocation.call('stop', () => machines.stop(...given)),
      fail: (...given) => invocation.call('fail', () => machines.fail(...given)),
    },
    tokens: {
      put: tokens.put,
      list: (enrolment, step) => invocation.call('list tokens', () => tokens.list(enrolment, step)),
    },
    load: (id) => invocation.call('load', () => load(id)),
    // Nobody is erased in a storm.
    erase: async () => {},
    now: invocation.now,
  });
