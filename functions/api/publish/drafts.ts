import { DRAFT_PATHS, isDraftPath } from '../contract/draft-path.ts';

/** A file of the draft as a list shows it. */
export interface DraftEntry {
  path: string;
  /** Changes with the file. */
  etag: string;
  /** Who changed it last and when, where the draft differs from what is published. */
  by?: string;
  at?: string;
  /** Only in the draft, different there, or gone from it; `same` as published. */
  state: 'same' | 'added' | 'changed' | 'removed';
  /** Somebody published another text of this file after the draft of it was begun. */
  overtaken?: boolean;
}

export interface DraftFile extends DraftEntry {
  text: string;
}

/** What a file has to be for a change to go through: this etag, or not there (`undefined`). */
export interface DraftChange {
  etag: string | undefined;
  by: string;
}

/** Port: the draft of a stage, what somebody is writing and nobody runs yet. Locally the folder itself. */
export interface DraftStore {
  /** Those that are removed, too, all as they are at one time. */
  list(): Promise<DraftFile[]>;
  read(path: string): Promise<DraftFile | undefined>;
  /** Throws DraftConflict, DraftPathInvalid. */
  write(path: string, text: string, change: DraftChange): Promise<DraftEntry>;
  /** Throws DraftConflict. */
  remove(path: string, change: DraftChange): Promise<void>;
  /** All files as they would be published. */
  files(): Promise<{ path: string; text: string }[]>;
  /** Gives up what these files have of their own: they are as published again. Without paths the whole draft. */
  discard(entries?: readonly Pick<DraftEntry, 'path' | 'etag'>[]): Promise<void>;
}

/** Somebody else changed the file since it was read. */
export class DraftConflict extends Error {
  override name = 'DraftConflict';
  readonly current: DraftEntry | undefined;
  constructor(path: string, current: DraftEntry | undefined) {
    const who = current?.by === undefined ? 'somebody else' : current.by;
    const when = current?.at === undefined ? '' : ` at ${current.at}`;
    const did = current === undefined || current.state === 'removed' ? 'is gone' : `was changed by ${who}${when}`;
    super(`${path} ${did} since you read it. Read it again, and take your change over into it.`);
    this.current = current;
  }
}

/** A path that no workflows folder has. */
export class DraftPathInvalid extends Error {
  override name = 'DraftPathInvalid';
  constructor(path: string) {
    super(`${JSON.stringify(path)} is no file of workflows: ${DRAFT_PATHS}.`);
  }
}

/** Throws DraftPathInvalid. */
export const checkPath = (path: string): void => {
  if (!isDraftPath(path)) throw new DraftPathInvalid(path);
};
