import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { loadProject } from '../../simulator/project.ts';
import { summaryLines } from '../../simulator/summary-lines.ts';
import { createApp } from '../studio/app.ts';
import { startHeartbeat } from '../studio/heartbeat.ts';
import { createProgress } from '../studio/progress.ts';
import { type Quarter, readQuarter } from '../studio/quarter.ts';
import { PortUnavailable, serveLocally } from '../studio/serve.ts';
import { asStorageFailed, openStorage, StorageFailed } from '../studio/storage.ts';
import { createStudio, QuarterChanged, type Studio } from '../studio/studio.ts';
import { UsageError } from './errors.ts';
import type { Io } from './io.ts';

export interface StartFlags {
  dir: string;
  data: string;
  port: string;
  once?: boolean;
}

export interface StartDeps {
  /** The real time, in milliseconds. */
  now: () => number;
  /** Asked to stop: ends when what is under way is done. */
  stop: AbortSignal;
  /** Where a progress bar can be drawn. */
  terminal?: NodeJS.WriteStream;
  open?: typeof openStorage;
}

const QUARTER = new URL('../../simulator/quarter/events.ndjson', import.meta.url);

const portOf = (text: string): number => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new UsageError(`--port is ${JSON.stringify(text)}; it should be a number from 0 to 65535, such as 4400.`);
};

const whenAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Plays the shipped quarter, prints what became of everybody, and stays up as the local studio. */
export const start = async (flags: StartFlags, io: Io, deps: StartDeps): Promise<number> => {
  const port = portOf(flags.port);
  const project = await loadProject(flags.dir);
  const quarter = readQuarter(await readFile(QUARTER, 'utf8'));
  try {
    const db = (deps.open ?? openStorage)(flags.data);
    try {
      const report = (error: unknown): void => io.err(error instanceof StorageFailed ? error.message : String(error));
      const studio = createStudio({ db, folder: flags.data, project, quarter, now: deps.now, report });
      const app = createApp({ studio, newId: randomUUID, report });
      const serving = flags.once ? undefined : await serveLocally(app, port);
      try {
        if (!(await bringToNow(studio, quarter, flags, io, deps))) return 0;
        for (const line of summaryLines(await studio.summary(), project.catalogue)) io.out(line);
        if (serving) await stayUp(studio, serving.port, io, deps, report);
      } finally {
        await serving?.close();
        await studio.idle();
      }
      return 0;
    } finally {
      db.close();
    }
  } catch (error) {
    const known = asStorageFailed(error, flags.data);
    if (!(known instanceof StorageFailed || known instanceof PortUnavailable || known instanceof QuarterChanged))
      throw error;
    throw new UsageError(known.message);
  }
};

/** Whether it got there; if not, it was asked to stop. */
const bringToNow = async (
  studio: Studio,
  quarter: Quarter,
  { data }: StartFlags,
  io: Io,
  deps: StartDeps,
): Promise<boolean> => {
  const { played, live } = studio.progress;
  if (live) {
    io.err(`Going on with what is in ${data}; delete the folder to begin again.`);
    await studio.tick();
    return true;
  }
  if (played > 0) io.err(`Going on with the quarter in ${data} where it stopped, after ${played} events.`);
  const { now, terminal } = deps;
  const total = quarter.lines.length;
  const progress = createProgress({ total, from: played, now, line: io.err, ...(terminal ? { terminal } : {}) });
  try {
    const there = await studio.play(progress.at, deps.stop);
    if (there) return true;
  } finally {
    progress.end();
  }
  io.err(`Stopped after ${studio.progress.played} of ${total} events. Start again to go on.`);
  return false;
};

const stayUp = async (studio: Studio, port: number, io: Io, { stop }: StartDeps, report: (error: unknown) => void) => {
  const stopHeart = startHeartbeat({
    studio,
    report,
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  io.err(`\nThe studio is at http://localhost:${port} (Ctrl+C ends it). Send it an event:`);
  io.err(`  ${exampleOf(port)}`);
  await whenAborted(stop);
  stopHeart();
};

const exampleOf = (port: number): string => {
  const event = {
    source: 'shop.accounts',
    'detail-type': 'customer.signed_up',
    detail: { customerId: 'ada', firstName: 'Ada', email: 'ada@example.com' },
  };
  return `curl http://localhost:${port}/events -d '${JSON.stringify(event)}'`;
};
