import { hashAssignment } from '../../core/customer/assignment.ts';
import type { Words } from '../../core/customer/draft.ts';
import type { IncomingEvent } from '../../core/customer/model/incoming.ts';
import type { Message } from '../../functions/deliver/channel.ts';
import type { DeliverDeps } from '../../functions/deliver/deliver.ts';
import type { Pace } from '../../functions/deliver/pace.ts';
import type { Overdue, Runs } from '../../functions/effects/effects.ts';
import type { Outgoing } from '../../functions/effects/queue.ts';
import type { Schedules } from '../../functions/effects/schedules.ts';
import type { Rejects } from '../../functions/intake/rejects.ts';
import { createTake } from '../../functions/intake/take.ts';
import type { OutgoingEvent, Timeline } from '../../functions/relay/ports.ts';
import type { Budgets } from '../../functions/shared/stores/budgets.ts';
import type { RecordEraser } from '../../functions/shared/stores/customer-records.ts';
import type { PairStore, RemovingStore } from '../../functions/shared/stores/store.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { eachSendable } from '../../language/catalogue/channel.ts';
import { MINUTE, SECOND } from '../../language/catalogue/milliseconds.ts';
import { createServices, type Ports, type Services } from '../../simulator/world/services.ts';
import { createChannel } from './channel.ts';
import { type Invocation, ServiceTroubled } from './invocation.ts';
import type { TaskPayload } from './runs.ts';
import { listedTexts } from './texts.ts';
import type { RawEvent } from './traffic.ts';

/** What one run of a function worked with: who wrote a commit, and by which rules. */
export interface Run {
  invocation: Invocation;
  catalogue: Catalogue;
  catalogueNumber: number;
  paused: ReadonlySet<string>;
  /** Of intake. */
  event?: RawEvent;
  incoming?: IncomingEvent;
  /** Of deliver and advance. */
  task?: TaskPayload;
  /** Of deliver: when its message may go out, where that was not at once. In milliseconds. */
  turn?: number;
}

/** What lies under the functions of one customer: it does as it is asked, and fails nobody by itself. */
export interface Underneath {
  store: RemovingStore & PairStore;
  timeline: Timeline & RecordEraser;
  budgets: Budgets;
  publish: (events: OutgoingEvent[]) => void;
  send: (outgoing: Outgoing[], now: number) => void;
  runs: Runs;
  schedules: Schedules;
  overdue: Overdue;
  /** Whose commit the next one is. */
  writing: (run: Run) => void;
  pausedNow: () => ReadonlySet<string>;
  sent: (message: Message, run: Run) => void;
  broadcasting: (run: Run) => Ports['broadcasting'];
}

/** Lambda's own limits, as deployed. */
export const LIMIT = {
  deliver: 30_000,
  advance: 15_000,
  intake: 30_000,
  relay: 60_000,
  census: 120_000,
  effects: 30_000,
  operate: 30_000,
  broadcast: 60_000,
};

/** Words as short as can be: rendering is tried elsewhere. */
const words: Words = {
  because: ({ moment }) => `Because of ${moment}.`,
  task: ({ moment }) => ({ subject: moment, text: moment }),
};

const ADDRESS: Record<string, string> = { email: 'email', sms: 'phone' };

const compose: DeliverDeps['compose'] = (state, { subject, channel }) => {
  const { enrolment, journey, step, visit, moment, purpose } = subject;
  const to = state.attributes[ADDRESS[channel] ?? '']?.value;
  const about = { customer: state.id, journey, enrolment, step, visit, moment, purpose, channel };
  const id = `${enrolment}/${step}/${visit}`;
  return { id, ...about, ...(to === undefined ? {} : { to: String(to) }), subject: moment, text: moment, headers: {} };
};

/** A store whose calls take turns with all others. A reply that is lost is asked for again, as the SDK does. */
const storeOf = (run: Run, { store, writing }: Underneath): RemovingStore & PairStore => {
  const { invocation } = run;
  const { luck } = invocation.life;
  const commit: RemovingStore['commit'] = (state) => {
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
    commitBoth: async (...states) => {
      if (luck.strikes(0.01, `${invocation.kind} commit of both: conflict out of nothing`)) return false;
      return invocation.call('commit both', () => {
        writing(run);
        return store.commitBoth(...states);
      });
    },
    remove: (id, version) => invocation.call('remove', () => store.remove(id, version)),
  };
};

/** A port that takes many at once may take half of what it is given and then fail. */
const halfOf =
  <T>({ call, life }: Invocation, what: string, take: (all: T[]) => Promise<void> | void) =>
  (all: T[]): Promise<void> =>
    call(what, async () => {
      if (!life.luck.strikes(0.015, `${what}: half of it`)) return take(all);
      await take(all.slice(0, Math.floor(all.length / 2)));
      throw new Error(`${what}: only half was taken.`);
    });

/** A line in which a message may have to stand for a while, and that may not answer. */
const createTurns =
  (run: Run): Pace =>
  () => {
    const { life, call, now } = run.invocation;
    return call('turn', () => {
      if (life.luck.strikes(0.02, 'no turn can be asked for')) throw new ServiceTroubled('turn');
      if (!life.luck.strikes(0.05, 'its turn is later')) return undefined;
      const { draw } = life.luck;
      run.turn = now() + Math.ceil(draw.pick([draw.between(2, 90) * SECOND, draw.between(2, 300) * MINUTE]));
      return run.turn;
    });
  };

/** The functions as they are wired everywhere, over the ports of one invocation. */
export const servicesOf = (run: Run, underneath: Underneath): Services => {
  const { invocation, catalogue, catalogueNumber } = run;
  const { now, call } = invocation;
  const channel = createChannel(invocation, (message) => underneath.sent(message, run));
  // As read at the first change: operators may pause a journey at any time.
  run.paused = underneath.pausedNow();
  return createServices({
    reduceDeps: { catalogue, catalogueNumber, paused: run.paused, assignment: hashAssignment },
    store: storeOf(run, underneath),
    timeline: { write: halfOf(invocation, 'timeline', underneath.timeline.write) },
    publisher: { publish: halfOf(invocation, 'publish', underneath.publish) },
    queue: { send: halfOf(invocation, 'queue', (outgoing: Outgoing[]) => underneath.send(outgoing, now())) },
    runs: { start: (...parameters) => call('start', () => underneath.runs.start(...parameters)) },
    schedules: {
      put: (schedule) => call('put schedule', () => underneath.schedules.put(schedule)),
      wipe: (...parameters) => call('wipe schedules', () => underneath.schedules.wipe(...parameters)),
    },
    overdue: { page: (...parameters) => call('scan', () => underneath.overdue.page(...parameters)) },
    budgets: {
      reserve: (...parameters) => call('reserve', () => underneath.budgets.reserve(...parameters)),
      release: (...parameters) => call('release', () => underneath.budgets.release(...parameters)),
      used: (...parameters) => call('read budgets', () => underneath.budgets.used(...parameters)),
    },
    // What an address is known for by another id is tried elsewhere: here nobody shares one.
    addresses: {
      write: halfOf(invocation, 'mark addresses', () => {}),
      read: () => call('read marks', () => []),
    },
    records: { wipe: (...parameters) => call('wipe', () => underneath.timeline.wipe(...parameters)) },
    channels: eachSendable(() => channel),
    pace: createTurns(run),
    text: listedTexts,
    words,
    compose,
    newAttempt: () => invocation.id,
    now,
    report: () => {},
    broadcasting: underneath.broadcasting(run),
    onCommand: (command) => {
      if (command.kind === 'event') run.incoming = command.event;
    },
  });
};

/** Takes one event off the intake queue. The rejects queue takes what intake refuses; the answer says why. */
export const runIntake = async (run: Run & { event: RawEvent }, underneath: Underneath): Promise<string> => {
  let why = '';
  const rejects: Rejects = ({ reason }) =>
    run.invocation.call('reject', () => {
      why = `:${reason}`;
    });
  const { intake } = servicesOf(run, underneath);
  const tagReader = () => Promise.reject(new Error('Nothing here comes from SES.'));
  const take = createTake({
    intake,
    tagReader,
    correspondentAt: async () => undefined,
    rejects,
    keepPast: async () => {},
    count: () => {},
  });
  return `${await take(JSON.stringify(run.event))}${why}`;
};
