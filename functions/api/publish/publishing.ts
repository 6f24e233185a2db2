import type { Problem } from '../../../language/read/yaml/problem.ts';
import type { Progress, PublishStep } from './request.ts';
import type { Version, Via } from './version.ts';

/** What is to be published: the draft, or once more the files of an old version. */
export interface PublishOrder {
  what: 'draft' | { restore: number };
  by: string;
  note: string;
  via: Via;
  over: number | undefined;
}

/** What became of an order so far. */
export interface PublishJob {
  job: string;
  state: 'running' | 'done' | 'failed';
  progress: Progress[];
  /** When it is done: the version that runs, and whether it did before. */
  version?: Version;
  unchanged?: boolean;
  /** When it failed: a sentence that says what to do, the step, and what is wrong in the files. */
  failure?: { step?: PublishStep; message: string; problems: Problem[] };
}

/** Port: publishing as the console asks for it, which takes longer than an answer may. */
export interface Publishing {
  start(order: PublishOrder): Promise<{ job: string }>;
  job(job: string): Promise<PublishJob | undefined>;
}
