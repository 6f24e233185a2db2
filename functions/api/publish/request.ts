import type { Problem } from '../../../language/read/yaml/problem.ts';
import type { File } from '../../../language/read/yaml/source.ts';
import type { Version, Via } from './version.ts';

/** What publishing comes to, in this order. Copy and policy alone pass `machines` without touching any. */
export const STEPS = [
  'check',
  'scenarios',
  'compile',
  'turn',
  'upload',
  'machines',
  'switch',
  'live',
  'journal',
] as const;
export type PublishStep = (typeof STEPS)[number];

/** What a publication has come to. `of` and `done` where there is something to count; `detail` is a sentence. */
export interface Progress {
  step: PublishStep;
  state: 'begun' | 'done' | 'failed';
  done?: number;
  of?: number;
  detail?: string;
}

export interface PublishRequest {
  files: readonly File[];
  by: string;
  note: string;
  via: Via;
  /** The version that whoever publishes has seen; `undefined` where none was published. Refused if it is another by now. */
  over: number | undefined;
  /** The version whose files these are. */
  restores?: number;
}

/** `unchanged`: the stage ran these files already. */
export interface Published {
  version: Version;
  unchanged: boolean;
}

export interface Publisher {
  /** Throws PublishFailed; whatever it says, the version of before goes on running, and publishing again is safe. */
  publish(request: PublishRequest, report?: (progress: Progress) => void): Promise<Published>;
}

/** A publication that did not come about: at which step, why, and what to do. */
export class PublishFailed extends Error {
  override name = 'PublishFailed';
  readonly step: PublishStep;
  /** What is wrong in the files, where that is it. */
  readonly problems: Problem[];
  constructor(
    step: PublishStep,
    message: string,
    { problems = [], cause }: { problems?: Problem[]; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.step = step;
    this.problems = problems;
  }
}
