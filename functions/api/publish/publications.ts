import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Machine } from '../../../language/compile/asl.ts';
import type { File } from '../../../language/read/yaml/source.ts';
import type { Version } from './version.ts';

/** The version that a stage runs, and the mark by which nobody else is overwritten. */
export interface Current {
  version: Version;
  etag: string;
}

/** A version with all that belongs to it. */
export interface Publication {
  version: Version;
  files: readonly File[];
  catalogue: Catalogue;
  machines: Record<string, Machine>;
}

/** Port: the versions of a stage, and the one that it runs. */
export interface Publications {
  current(): Promise<Current | undefined>;
  version(version: number): Promise<Version | undefined>;
  /** The newest first, those below `before` where it is given. */
  list(page?: { before?: number; count?: number }): Promise<{ items: Version[]; next?: number }>;
  filesOf(version: number): Promise<File[] | undefined>;
  catalogueOf(version: number): Promise<Catalogue | undefined>;
  machinesOf(version: number): Promise<Record<string, Machine> | undefined>;
  /** Keeps a version, which nobody runs yet. What an attempt that failed left under its number is overwritten. */
  keep(publication: Publication): Promise<void>;
  /** From now on the stage runs it. `over`: the etag of the version that it takes the place of. Throws PublishedMeanwhile. */
  switchTo(publication: Publication, over: string | undefined): Promise<void>;
  /** One publisher at a time: answers how to let the next one in. Throws PublisherBusy. */
  takeTurn(who: Turn): Promise<() => Promise<void>>;
}

export interface Turn {
  by: string;
  /** When the turn began and when it is over at the latest, in milliseconds. */
  at: number;
  until: number;
}

/** Somebody else published while this was being published, or seen. */
export class PublishedMeanwhile extends Error {
  override name = 'PublishedMeanwhile';
  readonly current: Version | undefined;
  constructor(current: Version | undefined, seen: number | undefined) {
    const now = current
      ? `${current.by} published version ${current.version} at ${current.at}${current.note === '' ? '' : ` ("${current.note}")`}`
      : 'nothing is published';
    const before = seen === undefined ? 'when nothing was published' : `over version ${seen}`;
    super(`This was made ${before}, and by now ${now}. Look at what differs from that, then publish again.`);
    this.current = current;
  }
}

/** Somebody else is publishing just now. */
export class PublisherBusy extends Error {
  override name = 'PublisherBusy';
  constructor({ by, at, until }: Turn) {
    const clock = (time: number) => new Date(time).toISOString();
    super(
      `${by} has been publishing since ${clock(at)}. Wait until that is done, at ${clock(until)} at the latest, look at what differs then, and publish again.`,
    );
  }
}
