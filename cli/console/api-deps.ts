import type { DatabaseSync } from 'node:sqlite';
import type { ApiDeps } from '../../functions/api/deps.ts';
import { Refused } from '../../functions/api/problem.ts';
import { readFiles } from '../../language/read/read.ts';
import { compileProject } from '../../simulator/compile-project.ts';
import { createSqliteAuditLog } from '../../simulator/world/audit-log.sqlite.ts';
import { createSqliteBudgets } from '../../simulator/world/budgets.sqlite.ts';
import { identifyLocally } from './identify.ts';
import type { LocalWorld } from './local-world.ts';
import { createLocalBroadcasting } from './ports/broadcasting.ts';
import { createLocalCensus } from './ports/census.ts';
import { createLocalCustomers, createLocalDirectory } from './ports/customers.ts';
import { createFolderDrafts } from './ports/drafts.ts';
import { createLocalIntake } from './ports/intake.ts';
import { createLocalJobs } from './ports/jobs.ts';
import { createLocalNotes } from './ports/notes.ts';
import { createLocalPublications } from './ports/publications.ts';
import { createLocalPublishing } from './ports/publishing.ts';
import { createLocalTasks } from './ports/tasks.ts';
import { createLocalTestSend } from './ports/test-send.ts';
import type { Reload } from './reload.ts';
import { asStorageFailed, StorageFailed } from './storage.ts';

export interface LocalApiParts {
  local: LocalWorld;
  db: DatabaseSync;
  /** The folders of its data and of workflows, as people know them. */
  folder: string;
  dir: string;
  /** Who is at this machine. */
  user: string;
  newId: () => string;
  report: (error: unknown) => void;
  reload: Reload;
}

/** What the API stands on, on this machine: everything in the world's database. */
export const localApiDeps = async ({
  local,
  db,
  folder,
  dir,
  user,
  newId,
  report,
  reload,
}: LocalApiParts): Promise<ApiDeps> => {
  const { counts, people, upcoming, queue, crowds, directory } = createLocalCensus(local);
  const clock = { now: () => local.now, advance: (milliseconds: number) => local.advance(milliseconds) };
  const publications = createLocalPublications(db);
  const drafts = createFolderDrafts({
    db,
    dir,
    now: clock.now,
    published: async () => {
      const current = await publications.current();
      return (current && (await publications.filesOf(current.version.version))) ?? [];
    },
  });
  const publishing = createLocalPublishing({
    drafts,
    publications,
    reload: reload.refresh,
    now: clock.now,
    newId,
    report,
  });
  await publishing.begin(user, local.catalogue.version);
  const intake = createLocalIntake(local, newId);
  const running = async () => {
    const current = await publications.current();
    return { version: current?.version.version ?? 0, project: local.project, broken: reload.broken() };
  };
  /** What was published last, where the world goes on with the draft already. */
  const published = async () => {
    const now = await running();
    const { definitions, scenarios } = readFiles((await publications.filesOf(now.version)) ?? []);
    return definitions ? { ...now, project: compileProject(definitions, scenarios) } : now;
  };
  return {
    identify: identifyLocally(user),
    asRefused: (error) => {
      const failure = asStorageFailed(error, folder);
      return failure instanceof StorageFailed ? new Refused(507, failure.message) : undefined;
    },
    report,
    newId,
    stage: {
      name: 'local',
      isLocal: true,
      isKept: false,
      settings: async () => ({ draft: dir, needsSecondPair: false, frameOrigins: [], sends: false }),
    },
    clock,
    running,
    publications,
    drafts,
    publishing,
    jobs: createLocalJobs({ drafts, running: published, intake, clock, newId, report }),
    counts,
    people,
    upcoming,
    queue,
    crowds,
    broadcasting: createLocalBroadcasting(local),
    directory: createLocalDirectory(db, local, directory),
    customers: createLocalCustomers(db, local),
    budgets: createSqliteBudgets(db),
    notes: createLocalNotes(db, local, newId),
    tasks: createLocalTasks(db, local),
    intake,
    flags: local.flags,
    testSend: createLocalTestSend(local),
    audit: createSqliteAuditLog(db),
  };
};
