import type { PushCommand } from './command.ts';
import { checkPath, type DraftStore } from './drafts.ts';
import { hashOfFiles } from './files.ts';
import type { Publications } from './publications.ts';
import { PublishFailed } from './request.ts';

interface PushDeps {
  publications: Pick<Publications, 'current' | 'version'>;
  drafts: DraftStore;
}

/** What became of the files of a folder. */
export interface Pushed {
  written: string[];
  removed: string[];
}

/**
 * Makes the draft of a stage what a folder is. Refused where the folder does not descend from what runs, or somebody else has
 * a draft, unless it is forced: their files would be lost. Throws PublishFailed.
 */
export const createPush =
  ({ publications, drafts }: PushDeps) =>
  async ({ files, base, force = false }: PushCommand, by: string): Promise<Pushed> => {
    for (const { path } of files) checkPath(path);
    const current = await publications.current();
    const pulled = base === undefined ? undefined : await publications.version(base);
    const descends = current === undefined || pulled?.files === current.version.files;
    const same = current?.version.files === hashOfFiles(files);
    if (!descends && !same && !force) {
      const seen = base === undefined ? 'was never pulled from this stage' : `descends from version ${base}`;
      throw new PublishFailed(
        'turn',
        `The stage runs version ${current?.version.version}, published by ${current?.version.by} at ${current?.version.at}, and the folder ${seen}. Pull it first (tactful pull), or push with --force to put the folder over it.`,
      );
    }
    const entries = new Map((await drafts.list()).map((entry) => [entry.path, entry]));
    const others = [...entries.values()].filter((entry) => entry.state !== 'same' && entry.by !== by);
    if (others.length > 0 && !force) {
      const list = others.map(({ path, by: who = 'somebody', at = '' }) => `${path} (${who}, ${at})`).join(', ');
      throw new PublishFailed(
        'turn',
        `The draft of the stage has changes that are not yours: ${list}. Talk to them, or push with --force to write over them.`,
      );
    }
    const textByPath = new Map(files.map(({ path, text }) => [path, text]));
    const [written, removed]: [string[], string[]] = [[], []];
    for (const [path, text] of textByPath) {
      const entry = entries.get(path);
      const there = entry && entry.state !== 'removed' ? await drafts.read(path) : undefined;
      if (there?.text === text) continue;
      await drafts.write(path, text, { etag: there?.etag, by });
      written.push(path);
    }
    for (const { path, etag, state } of entries.values()) {
      if (textByPath.has(path) || state === 'removed') continue;
      await drafts.remove(path, { etag, by });
      removed.push(path);
    }
    return { written, removed };
  };
