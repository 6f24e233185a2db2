import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import type { ReceivedEvent } from '../../functions/api/contract/common.ts';
import type { EventEntry } from '../../functions/api/entries.ts';
import type { Flags } from '../../functions/api/ports.ts';
import type { Links } from '../../functions/shared/link.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { openWorld } from '../../simulator/open-world.ts';
import { openLinks } from '../../simulator/pages.ts';
import type { Project } from '../../simulator/project.ts';
import type { Totals } from '../../simulator/summary.ts';
import { inSqlite } from '../../simulator/world/storage.sqlite.ts';
import type { World } from '../../simulator/world/world.ts';
import { type Arrivals, createArrivals } from './arrivals.ts';
import { eraseEverywhere } from './customer-data.ts';
import { createPausedJourneys } from './paused-journeys.ts';
import { endingToday, playQuarter, type Quarter, quarterSince } from './quarter.ts';
import { createRunningSummary } from './running-summary.ts';
import { createSerialQueue } from './serial-queue.ts';
import { createStateStore } from './state-store.ts';
import { asStorageFailed, StorageFailed } from './storage.ts';

/** Everything that a stage is, on this machine: a world in a database, which lives on in real time. */
export interface LocalWorld {
  readonly arrivals: Arrivals;
  /** The world as it runs now, and the links in its messages: they lead to pages of this host. */
  readonly world: World;
  readonly links: Links;
  /** Journeys that are paused. */
  readonly flags: Flags;
  readonly project: Project;
  readonly catalogue: Catalogue;
  /** Its own time, in milliseconds: the virtual clock while the quarter plays, then the real one and what it is ahead. */
  readonly now: number;
  /** Lines of the quarter played so far, and whether it is over. */
  readonly progress: { played: number; live: boolean };
  /** Plays what is left of the quarter and lets time run on to now. Whether it got there, or was asked to stop. */
  play(onLine: (played: number) => void, stop: AbortSignal): Promise<boolean>;
  /** Takes events, each by itself and all or nothing. `failure` is why some could not be kept. */
  receive(entries: EventEntry[]): Promise<{ entries: ReceivedEvent[]; failure?: unknown }>;
  /** Moves its time ahead for good. Throws StorageFailed. */
  advance(milliseconds: number): Promise<void>;
  /** Goes on with these workflows: who is under way goes on from the step where they stand. */
  use(project: Project): Promise<void>;
  /** Lets happen what is due. Throws StorageFailed. */
  tick(): Promise<void>;
  /** Asks the world between two things that happen. Throws StorageFailed. */
  ask<Result>(question: (world: World) => Promise<Result> | Result): Promise<Result>;
  summary(): Promise<Totals>;
  /** The events of the quarter and those that came since, from an instant on, oldest first: an envelope each. */
  pastEvents(since: number): string[];
  /** When nothing is under way any more. */
  idle(): Promise<void>;
}

export interface LocalWorldDeps {
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
export const createLocalWorld = ({
  db,
  folder,
  project: firstProject,
  quarter: shipped,
  now,
  report,
}: LocalWorldDeps): LocalWorld => {
  let project = firstProject;
  const store = createStateStore(db);
  const { clock: stood, quarter: begunQuarter, endsAt = now(), ...progress } = store.read();
  let { played, ahead, live } = progress;
  if (!live && played > 0 && begunQuarter !== shipped.id) {
    throw new QuarterChanged(
      `${folder} holds an unfinished quarter of other events. Delete it to begin again, or give another folder with --data.`,
    );
  }
  const quarter = endingToday(shipped, endsAt);
  if (!live && played === 0) store.write({ endsAt });
  const arrivals = createArrivals(db);
  const flags = createPausedJourneys(db);
  const links = openLinks('', () => time());
  const open = (project: Project, now: number) =>
    openWorld(project, {
      storage: inSqlite(db),
      now,
      paused: flags.set,
      links,
      report,
      onArrival: ({ raw, refused }) => {
        const at = world.now;
        if (refused) arrivals.refuse({ ...refused, raw, at });
        // Those of the quarter are in its file.
        else if (live) arrivals.take({ raw, at });
      },
      onErased: (ids) => eraseEverywhere(db, ids),
      beforeCommit: (at) => store.write(live ? { clock: at, ahead } : { clock: at, played, quarter: quarter.id }),
    });
  let world = open(project, stood ?? quarter.startsAt);
  /** The quarter can be played again; what others sent must outlive a power cut too. */
  const flushEachCommit = (always: boolean): void => db.exec(`PRAGMA synchronous = ${always ? 'FULL' : 'NORMAL'}`);
  flushEachCommit(live);
  const queue = createSerialQueue();
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

  const play: LocalWorld['play'] = (onLine, stop) =>
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

  const receive: LocalWorld['receive'] = (entries) =>
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
    arrivals,
    links,
    get world() {
      return world;
    },
    flags,
    get project() {
      return project;
    },
    get catalogue() {
      return project.catalogue;
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
        project = next;
        world = open(next, world.now);
      }),
    tick: () =>
      inTurn(async () => {
        const next = Math.min(world.next() ?? Number.POSITIVE_INFINITY, world.nextDraw() ?? Number.POSITIVE_INFINITY);
        if (next <= time()) await pass(time());
      }),
    ask: (question) => inTurn(() => question(world)),
    summary: () => inTurn(() => summarize()),
    pastEvents: (since) => [...quarterSince(quarter, since, world.now), ...arrivals.since(since)],
    idle: () => queue(() => {}),
  };
};
