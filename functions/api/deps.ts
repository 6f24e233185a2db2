import type { Context } from 'hono';
import type { AuditLog } from '../shared/stores/audit-log.ts';
import type { Budgets } from '../shared/stores/budgets.ts';
import type { Counts } from '../shared/stores/counts.ts';
import type { Crowds } from '../shared/stores/crowds.ts';
import type { Directory } from '../shared/stores/directory.ts';
import type { People } from '../shared/stores/people.ts';
import type { Queue } from '../shared/stores/queue.ts';
import type { Upcoming } from '../shared/stores/upcoming.ts';
import type {
  Broadcasting,
  Caller,
  Clock,
  Customers,
  Flags,
  Intake,
  Jobs,
  Notes,
  Running,
  Stage,
  StageUsers,
  Tasks,
  TestSend,
} from './ports.ts';
import type { Refused } from './problem.ts';
import type { DraftStore } from './publish/drafts.ts';
import type { Publications } from './publish/publications.ts';
import type { Publishing } from './publish/publishing.ts';

/** What the API stands on. */
export interface ApiDeps {
  /** Who asks; undefined of somebody who did not sign in. */
  identify(c: Context): Promise<Caller | undefined> | Caller | undefined;
  /** Whoever asks too often waits so many seconds. */
  tooOften?(caller: Caller): number | undefined;
  /** A failure of the stage that whoever asks can do something about. */
  asRefused?(error: unknown): Refused | undefined;
  report(error: unknown): void;
  newId(): string;
  stage: Stage;
  /** Where people sign in. */
  users?: StageUsers;
  clock: Clock;
  running(): Promise<Running>;
  counts: Counts;
  people: People;
  upcoming: Upcoming;
  queue: Queue;
  crowds: Crowds;
  broadcasting: Broadcasting;
  directory: Directory;
  customers: Customers;
  budgets: Pick<Budgets, 'used'>;
  notes: Notes;
  tasks: Tasks;
  intake: Intake;
  flags: Flags;
  testSend: TestSend;
  audit: AuditLog;
  drafts: DraftStore;
  publications: Pick<Publications, 'current' | 'version' | 'list' | 'filesOf'>;
  publishing: Publishing;
  jobs: Jobs;
}
