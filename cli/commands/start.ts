import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import type { DatabaseSync } from 'node:sqlite';
import { Command, Option } from 'commander';
import type { Envelope } from '../../functions/intake/envelope.ts';
import { BUILT_IN } from '../../language/catalogue/built-in.ts';
import { exampleEvent } from '../../simulator/preview/example.ts';
import { loadRunnable, type Project } from '../../simulator/project.ts';
import type { DeclareCommand } from '../command.ts';
import { localApiDeps } from '../console/api-deps.ts';
import { createApp } from '../console/app.ts';
import { buildSite } from '../console/build-site.ts';
import { startHeartbeat } from '../console/heartbeat.ts';
import { createLocalWorld, type LocalWorld, QuarterChanged } from '../console/local-world.ts';
import { createLocalInbox } from '../console/ports/inbox.ts';
import { createProgress } from '../console/progress.ts';
import { type Quarter, readQuarter } from '../console/quarter.ts';
import { createReload, type Reload } from '../console/reload.ts';
import { PortUnavailable, serveLocally } from '../console/serve.ts';
import { SITE } from '../console/site.ts';
import { asStorageFailed, openStorage, StorageFailed } from '../console/storage.ts';
import { type DirFlag, dataOption, dirOption } from '../options.ts';
import type { Output } from '../output.ts';
import { summaryLines, together } from '../print/summary.ts';
import { sayLeftOut } from '../runnable.ts';
import { UsageError } from '../usage-error.ts';

interface StartFlags extends DirFlag {
  data: string;
  port: string;
  once?: boolean;
  /** Where the built console is. */
  site?: string;
}

interface StartDeps {
  /** The real time, in milliseconds. */
  now: () => number;
  /** Asked to stop: ends when what is under way is done. */
  stop: AbortSignal;
  /** Where a progress bar can be drawn. */
  terminal?: NodeJS.WriteStream;
  open?: typeof openStorage;
  /** The events that are played first, an envelope a line: the shipped quarter. */
  quarter?: URL | string;
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

/** Plays the shipped quarter, prints what became of everybody, and stays up with the console. */
export const start = async (flags: StartFlags, output: Output, deps: StartDeps): Promise<number> => {
  const port = portOf(flags.port);
  const running = await loadRunnable(flags.dir);
  const { project } = running;
  sayLeftOut(running, output.err);
  const quarter = readQuarter(await readFile(deps.quarter ?? QUARTER, 'utf8'));
  try {
    const db = (deps.open ?? openStorage)(flags.data);
    try {
      const report = (error: unknown): void =>
        output.err(error instanceof StorageFailed ? error.message : String(error));
      const local = createLocalWorld({ db, folder: flags.data, project, quarter, now: deps.now, report });
      const reload = createReload({ dir: flags.dir, running, use: local.use, err: output.err });
      if (!flags.once) await buildSite(flags.site ?? SITE, output.err, deps);
      const serving = flags.once
        ? undefined
        : await serveLocally(await consoleOf({ local, db, reload, report, now: deps.now, flags }), port);
      try {
        if (!(await bringToNow(local, quarter, flags, output, deps))) return 0;
        const totals = await local.summary();
        for (const line of summaryLines(totals, local.catalogue)) output.out(line);
        if (together(Object.values(totals.journeys)).entered === 0) output.err(NOBODY_ENTERED);
        if (serving) {
          const example = exampleFor(project, deps.now());
          await stayUp({ local, refresh: reload.refresh, report, example }, serving.port, output, deps);
        }
      } finally {
        await serving?.close();
        await local.idle();
      }
      return 0;
    } finally {
      db.close();
    }
  } catch (error) {
    const failure = asStorageFailed(error, flags.data);
    if (!(failure instanceof StorageFailed || failure instanceof PortUnavailable || failure instanceof QuarterChanged))
      throw error;
    throw new UsageError(failure.message);
  }
};

interface ConsoleParts {
  local: LocalWorld;
  db: DatabaseSync;
  reload: Reload;
  report: (error: unknown) => void;
  /** The real time, in milliseconds. */
  now: () => number;
  flags: StartFlags;
}

const consoleOf = async ({ local, db, reload, report, now, flags: { dir, data, site = SITE } }: ConsoleParts) =>
  createApp({
    local,
    inbox: createLocalInbox({ db, local, newId: randomUUID, clock: now, report }),
    refresh: reload.refresh,
    site,
    api: await localApiDeps({
      local,
      db,
      folder: data,
      dir,
      user: userInfo().username,
      newId: randomUUID,
      report,
      reload,
    }),
  });

/** Whether it got there; if not, it was asked to stop. */
const bringToNow = async (
  local: LocalWorld,
  quarter: Quarter,
  { data }: StartFlags,
  output: Output,
  deps: StartDeps,
): Promise<boolean> => {
  const { played, live } = local.progress;
  if (live) {
    output.err(`Going on with what is in ${data}; delete the folder to begin again.`);
    await local.tick();
    return true;
  }
  if (played > 0) output.err(`Going on with the quarter in ${data} where it stopped, after ${played} events.`);
  const { now, terminal } = deps;
  const total = quarter.lines.length;
  const progress = createProgress({ total, from: played, now, line: output.err, ...(terminal ? { terminal } : {}) });
  try {
    const there = await local.play(progress.at, deps.stop);
    if (there) return true;
  } finally {
    progress.end();
  }
  output.err(`Stopped after ${local.progress.played} of ${total} events. Start again to go on.`);
  return false;
};

interface Live {
  local: LocalWorld;
  refresh: () => Promise<unknown>;
  report: (error: unknown) => void;
  /** An event to send, if there is one. */
  example: Example | undefined;
}

const stayUp = async ({ local, refresh, report, example }: Live, port: number, output: Output, { stop }: StartDeps) => {
  const tick = async () => {
    await refresh();
    await local.tick();
  };
  const stopHeart = startHeartbeat({
    local: { tick },
    report,
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  output.err(`\nThe console is at http://localhost:${port} (Ctrl+C ends it).${example ? ' Send it an event:' : ''}`);
  if (example) output.err(`  curl http://localhost:${port}/api/events -d '${inQuotes(example)}'`);
  await whenAborted(stop);
  stopHeart();
};

const NOBODY_ENTERED =
  'Nobody entered a journey by the example events, which are those of the shipped workflows. Send it events of yours, or play a file of them: `tactful play events.ndjson`.';

type Example = Pick<Envelope, 'source' | 'detail-type' | 'detail'>;

/** The first event of events.yaml by which somebody enters a journey. */
const exampleFor = (project: Project, now: number): Example | undefined => {
  const { events, journeys } = project.catalogue;
  const begins = new Set(Object.values(journeys).flatMap(({ enter }) => enter.on));
  const type = Object.keys(project.definitions.events).find((each) => {
    const event = events[each];
    return begins.has(each) && !Object.hasOwn(BUILT_IN, each) && event && !event.ours && !event.everyone;
  });
  const event = type === undefined ? undefined : events[type];
  if (type === undefined || !event) return undefined;
  const { at: _at, ...fields } = exampleEvent(project, type, now);
  const isName = project.definitions.events[type]?.fields[event.customer]?.type === 'text';
  const detail = isName ? { ...fields, [event.customer]: 'ada' } : fields;
  return { source: event.sources?.[0] ?? 'shop', 'detail-type': type, detail };
};

/** As a shell takes it between single quotes. */
const inQuotes = (example: Example): string => JSON.stringify(example).replaceAll("'", "'\\''");

/** A first Ctrl+C ends in order, a second one at once. */
const stopOnSignal = (): AbortSignal => {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  return stopping.signal;
};

export const startCommand: DeclareCommand = ({ output, run }) =>
  new Command('start')
    .description('play a quarter of example events, then stay up with the console')
    .addOption(dirOption())
    .option('--once', 'exit after the summary')
    .addOption(new Option('--site <folder>', 'where the console is built').default(SITE, 'console/dist'))
    .option('--port <n>', 'where the console listens', '4400')
    .addOption(dataOption())
    .action(
      run((flags: StartFlags) => {
        const terminal = process.stderr.isTTY ? { terminal: process.stderr } : {};
        return start(flags, output, { now: Date.now, stop: stopOnSignal(), ...terminal });
      }),
    );
