import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { inOrder } from '../../core/explain/in-order.ts';
import type { Message } from '../../functions/deliver/channel.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { openWorld } from '../../simulator/open-world.ts';
import type { Project } from '../../simulator/project.ts';
import type { Totals } from '../../simulator/summary.ts';
import { inSqlite } from '../../simulator/world/storage.sqlite.ts';
import { type CustomerList, createCustomers, type ListQuery } from './customers.ts';
import type { EventEntry } from './entries.ts';
import { playQuarter, type Quarter } from './quarter.ts';
import { createRunningSummary } from './running-summary.ts';
import { createSerialQueue } from './serial-queue.ts';
import { createStateStore } from './state-store.ts';
import { asStorageFailed, StorageFailed } from './storage.ts';
import { type CustomerView, viewCustomer } from './views.ts';

/** `failed`: not taken for a reason of ours; nothing of it is kept, and it can be sent again. */
interface ReceivedEvent {
  id?: string;
  status: 'applied' | 'stale' | 'duplicate' | 'skipped' | 'rejected' | 'failed';
  customer?: string;
  message?: string;
}

export interface SentMessage extends Message {
  at: string;
}

export interface Story extends CustomerView {
  /** Oldest first. */
  timeline: JournalEntry[];
}

export interface Studio {
  readonly catalogue: Catalogue;
  /** The studio's own time, in milliseconds: the virtual clock while the quarter plays, then the real one and what it is ahead. */
  readonly now: number;
  /** Lines of the quarter played so far, and whether it is over. */
  readonly progress: { played: number; live: boolean };
  /** Plays what is left of the quarter and lets time run on to now. Whether it got there, or was asked to stop. */
  play(onLine: (played: number) => void, stop: AbortSignal): Promise<boolean>;
  /** Takes events, each by itself and all or nothing. `failure` is why some could not be kept. */
  receive(entries: EventEntry[]): Promise<{ entries: ReceivedEvent[]; failure?: unknown }>;
  /** Moves the studio's time ahead for good. Throws StorageFailed. */
  advance(milliseconds: number): Promise<void>;
  /** Goes on with these workflows: who is under way goes on from the step where they stand. */
  use(project: Project): Promise<void>;
  /** Lets happen what is due. Throws StorageFailed. */
  tick(): Promise<void>;
  customer(id: string): Promise<Story | undefined>;
  customers(query: ListQuery): Promise<CustomerList>;
  /** Undefined of a customer nobody knows. */
  messages(id: string): Promise<SentMessage[] | undefined>;
  summary(): Promise<Totals>;
  /** When nothing is under way any more. */
  idle(): Promise<void>;
}

export interface StudioDeps {
  db: DatabaseSync;
  /** As people know it. */
  folder: string;
  project: Project;
  quarter: Quarter;
  /** The real time, in milliseconds. */
  now: () => number;
  report: (error: unknown) => void;
}

/** An unfinished quarter of which the rest is not there any more. */
export class QuarterChanged extends Error {
  override name = 'QuarterChanged';
}

/** A world that is kept in a database and lives on in real time after the quarter it plays first. */
export const createStudio = ({ db, folder, project, quarter, now, report }: StudioDeps): Studio => {
  let { catalogue } = project;
  const store = createStateStore(db);
  const { clock = quarter.startsAt, quarter: begunQuarter, ...progress } = store.read();
  let { played, ahead, live } = progress;
  if (!live && played > 0 && begunQuarter !== quarter.id) {
    throw new QuarterChanged(
      `${folder} holds an unfinished quarter of other events. Delete it to begin again, or give another folder with --data.`,
    );
  }
  const open = (project: Project, now: number) =>
    openWorld(project, {
      storage: inSqlite(db),
      now,
      report,
      beforeCommit: (at) => store.write(live ? { clock: at, ahead } : { clock: at, played, quarter: quarter.id }),
    });
  let world = open(project, clock);
  /** The quarter can be played again; what others sent must outlive a power cut too. */
  const flushEachCommit = (always: boolean): void => db.exec(`PRAGMA synchronous = ${always ? 'FULL' : 'NORMAL'}`);
  flushEachCommit(live);
  const queue = createSerialQueue();
  let list = createCustomers(db, catalogue);
  const summarize = createRunningSummary(db);
  const time = (): number => (live ? Math.max(world.now, now() + ahead) : world.now);

  /** Lets time pass to `to`, with a breath now and then for requests and signals. Whether it got there. */
  const pass = async (to: number, stop?: AbortSignal): Promise<boolean> => {
    let wakes = 0;
    for (let next = world.next(); next !== undefined && next <= to; next = world.next()) {
      if (++wakes % 50 === 0) await setImmediate();
      if (stop?.aborted) return false;
      await world.passUntil(next);
    }
    await world.passUntil(to);
    return true;
  };

  /** One at a time, and a failing database by its sentence. */
  const inTurn = <Result>(job: () => Promise<Result> | Result): Promise<Result> =>
    queue(job).catch((error) => {
      throw asStorageFailed(error, folder);
    });

  const receiveOne = async ({ id, raw }: EventEntry): Promise<ReceivedEvent> => ({
    ...(id === undefined ? {} : { id }),
    ...(await world.arrive(raw)),
  });

  const play: Studio['play'] = (onLine, stop) =>
    inTurn(async () => {
      const count = (lines: number): void => {
        played = lines;
        onLine(lines);
      };
      const toEnd = await playQuarter({ world, quarter, from: played, onLine: count, stop });
      if (!toEnd || !(await pass(Math.max(world.now, now()), stop))) return false;
      ahead = Math.max(0, world.now - now());
      store.write({ live: true, ahead, clock: world.now, quarter: quarter.id });
      live = true;
      flushEachCommit(true);
      return true;
    });

  const receive: Studio['receive'] = (entries) =>
    inTurn(async () => {
      let failure: unknown;
      const received: ReceivedEvent[] = [];
      for (const entry of entries) {
        try {
          if (!(failure instanceof StorageFailed)) {
            await pass(time());
            received.push(await receiveOne(entry));
            continue;
          }
        } catch (error) {
          failure = asStorageFailed(error, folder);
          report(failure);
        }
        const { id } = entry;
        const message = failure instanceof StorageFailed ? failure.message : 'Something went wrong here.';
        received.push({ ...(id === undefined ? {} : { id }), status: 'failed', message: `${message} Send it again.` });
      }
      return { entries: received, ...(failure === undefined ? {} : { failure }) };
    });

  return {
    get catalogue() {
      return catalogue;
    },
    get now() {
      return time();
    },
    get progress() {
      return { played, live };
    },
    play,
    receive,
    advance: (milliseconds) =>
      inTurn(async () => {
        const to = time() + milliseconds;
        store.write({ ahead: to - now() });
        ahead = to - now();
        await pass(to);
      }),
    use: (next) =>
      inTurn(() => {
        ({ catalogue } = next);
        world = open(next, world.now);
        list = createCustomers(db, catalogue);
      }),
    tick: () =>
      inTurn(async () => {
        if ((world.next() ?? Number.POSITIVE_INFINITY) <= time()) await pass(time());
      }),
    customer: (id) =>
      inTurn(async () => {
        const state = await world.customer(id);
        if (!state) return undefined;
        const view = viewCustomer(state, { now: time(), catalogue });
        const ids = await world.idsOf(id);
        return { ...view, timeline: inOrder(ids.map((one) => world.timeline.of(one))) };
      }),
    customers: (query) => inTurn(() => list(time(), query)),
    messages: (id) =>
      inTurn(async () =>
        (await world.customer(id)) ? (await world.idsOf(id)).flatMap((one) => world.outbox.of(one)) : undefined,
      ),
    summary: () => inTurn(() => summarize()),
    idle: () => queue(() => {}),
  };
};
