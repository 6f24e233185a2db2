import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readTexts } from '../../../language/read/folder.ts';
import type { File } from '../../../language/read/yaml/source.ts';
import { checkPath, DraftConflict, type DraftEntry, type DraftFile, type DraftStore } from './drafts.ts';
import { hashOfText } from './files.ts';

interface DiskDraftsDeps {
  /** The workflows folder. */
  dir: string;
  /** What is published, with which the draft is compared. */
  published: () => Promise<readonly File[]>;
  now: () => number;
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** The draft is the folder itself: whoever edits it beside us, with an editor, is noticed by the text alone. */
export const createDiskDrafts = ({ dir, published, now }: DiskDraftsDeps): DraftStore => {
  /** Who wrote through us, by the text that they wrote. */
  const writers = new Map<string, { etag: string; by: string; at: string }>();
  let parts = 0;
  const textAt = async (path: string): Promise<string | undefined> => {
    checkPath(path);
    try {
      return await readFile(join(dir, path), 'utf8');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };
  const publishedTexts = async () => new Map((await published()).map(({ path, text }) => [path, text]));
  const fileOf = (path: string, text: string, below: string | undefined): DraftFile => {
    const etag = hashOfText(text);
    const writer = writers.get(path);
    const known = writer?.etag === etag ? { by: writer.by, at: writer.at } : {};
    const state = below === undefined ? 'added' : below === text ? 'same' : 'changed';
    return { path, etag, state, text, ...known };
  };
  const removed = (path: string, text: string): DraftFile => ({ ...fileOf(path, text, text), state: 'removed' });
  const all = async (): Promise<DraftFile[]> => {
    const below = await publishedTexts();
    const files = readTexts(dir);
    const there = new Set(files.map(({ path }) => path));
    const gone = [...below].filter(([path]) => !there.has(path));
    return [
      ...files.map(({ path, text }) => fileOf(path, text, below.get(path))),
      ...gone.map(([path, text]) => removed(path, text)),
    ].toSorted((one, other) => (one.path < other.path ? -1 : 1));
  };
  const read = async (path: string): Promise<DraftFile | undefined> => {
    const text = await textAt(path);
    return text === undefined ? undefined : fileOf(path, text, (await publishedTexts()).get(path));
  };
  const mustBe = async (path: string, etag: string | undefined): Promise<void> => {
    const seen = await read(path);
    if (seen?.etag !== etag) throw new DraftConflict(path, seen);
  };
  const entry = ({ text: _, ...rest }: DraftFile): DraftEntry => rest;
  // One after the other, so that of two who write at once the second sees what the first wrote.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
    const mine = last.then(act, act);
    last = mine.catch(() => {});
    return mine;
  };
  return {
    list: all,
    read,
    write: (path, text, { etag, by }) =>
      inTurn(async () => {
        await mustBe(path, etag);
        const file = join(dir, path);
        await mkdir(dirname(file), { recursive: true });
        // Whole or not at all: the world reads the folder again whenever something in it changes.
        const part = join(dir, dirname(path), `.written-${++parts}.part`);
        await writeFile(part, text);
        await rename(part, file);
        writers.set(path, { etag: hashOfText(text), by, at: new Date(now()).toISOString() });
        return entry(fileOf(path, text, (await publishedTexts()).get(path)));
      }),
    remove: (path, { etag }) =>
      inTurn(async () => {
        await mustBe(path, etag);
        await rm(join(dir, path));
      }),
    files: async () => readTexts(dir),
    // What is written here is what runs: there is nothing below it to go back to.
    discard: async () => {},
  };
};
