import type { DatabaseSync } from 'node:sqlite';
import type { ApiDeps } from '../../functions/api/deps.ts';
import { BodyInvalid } from '../../functions/api/entries.ts';
import { Refused } from '../../functions/api/problem.ts';
import { createSqliteAuditLog } from '../../simulator/world/audit-log.sqlite.ts';
import { identifyLocally } from './identify.ts';
import type { LocalWorld } from './local-world.ts';
import { createLocalCounts } from './ports/counts.ts';
import { createLocalCustomers, createLocalDirectory } from './ports/customers.ts';
import { createLocalIntake } from './ports/intake.ts';
import { createLocalNotes } from './ports/notes.ts';
import { createLocalPeople } from './ports/people.ts';
import { createLocalTasks } from './ports/tasks.ts';
import { createLocalTestSend } from './ports/test-send.ts';
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
  /** What is wrong in the folder's files, a line each. */
  broken: () => string[];
}

/** What the API stands on, on this machine: everything in the world's database. */
export const localApiDeps = ({ local, db, folder, dir, user, newId, report, broken }: LocalApiParts): ApiDeps => {
  const people = createLocalPeople(db, local);
  return {
    identify: identifyLocally(user),
    asRefused: (error) => {
      if (error instanceof BodyInvalid) return new Refused(400, error.message);
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
    clock: {
      now: () => local.now,
      advance: (milliseconds) => local.advance(milliseconds),
    },
    running: async () => ({ version: 1, project: local.project, broken: broken() }),
    counts: createLocalCounts(db, local),
    people,
    upcoming: people,
    directory: createLocalDirectory(db, local),
    customers: createLocalCustomers(db, local),
    notes: createLocalNotes(db, local, newId),
    tasks: createLocalTasks(db, local),
    intake: createLocalIntake(local, newId),
    flags: local.flags,
    testSend: createLocalTestSend(local),
    audit: createSqliteAuditLog(db),
  };
};
