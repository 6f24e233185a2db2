import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { digest } from '../../../core/hash.ts';
import { checkPath, DraftConflict, type DraftFile, type DraftStore } from '../../../functions/api/publish/drafts.ts';
import { readTexts } from '../../../language/read/folder.ts';
import type { File } from '../../../language/read/yaml/source.ts';

interface FolderDrafts {
  db: DatabaseSync;
  /** The folder of workflows. */
  dir: string;
  /** The files that are published. */
  published: () => Promise<readonly File[]>;
  now: () => number;
}

const etagOf = (text: string): string => digest([text], 24);

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** The draft is the folder itself. Who wrote a file is known as long as nobody edits it elsewhere. */
export const createFolderDrafts = ({ db, dir, published, now }: FolderDrafts): DraftStore => {
  db.exec(
    'CREATE TABLE IF NOT EXISTS written (path TEXT PRIMARY KEY, etag TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL) WITHOUT ROWID',
  );
  const select = db.prepare('SELECT who, at FROM written WHERE path = ? AND etag = ?');
  const replace = db.prepare('INSERT OR REPLACE INTO written (path, etag, who, at) VALUES (?, ?, ?, ?)');
  /** One write at a time: between what is compared and what is set nothing of ours comes. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(job: () => Promise<Result>): Promise<Result> => {
    const next = turn.then(job);
    turn = next.catch(() => {});
    return next;
  };

  const textOf = async (path: string): Promise<string | undefined> => {
    try {
      return await readFile(join(dir, path), 'utf8');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };

  const fileOf = (path: string, text: string, was: string | undefined): DraftFile => {
    const etag = etagOf(text);
    const row = select.get(path, etag) as { who: string; at: string } | undefined;
    const state = was === undefined ? 'added' : was === text ? 'same' : 'changed';
    return { path, text, etag, state, ...(row ? { by: row.who, at: row.at } : {}) };
  };

  const publishedTexts = async (): Promise<Map<string, string>> =>
    new Map((await published()).map(({ path, text }) => [path, text]));

  const read = async (path: string): Promise<DraftFile | undefined> => {
    checkPath(path);
    const text = await textOf(path);
    return text === undefined ? undefined : fileOf(path, text, (await publishedTexts()).get(path));
  };

  /** How it stands, if it is as whoever changes it has read it. Throws DraftConflict. */
  const refuseIfChanged = async (path: string, etag: string | undefined): Promise<void> => {
    const current = await read(path);
    if (current?.etag !== etag) throw new DraftConflict(path, current);
  };

  const put = async (path: string, text: string): Promise<void> => {
    const target = join(dir, path);
    await mkdir(dirname(target), { recursive: true });
    // Whoever reads it meanwhile reads the old text or the new one.
    await writeFile(`${target}.new`, text);
    await rename(`${target}.new`, target);
  };

  return {
    read,

    list: async () => {
      const texts = await publishedTexts();
      const there = readTexts(dir).map(({ path, text }) => fileOf(path, text, texts.get(path)));
      const paths = new Set(there.map(({ path }) => path));
      const gone = [...texts].flatMap(([path, text]) =>
        paths.has(path) ? [] : [{ path, etag: etagOf(text), state: 'removed' as const, text }],
      );
      return [...there, ...gone];
    },

    files: async () => readTexts(dir),

    write: (path, text, { etag, by }) =>
      inTurn(async () => {
        checkPath(path);
        await refuseIfChanged(path, etag);
        await put(path, text);
        replace.run(path, etagOf(text), by, new Date(now()).toISOString());
        const { text: _, ...entry } = fileOf(path, text, (await publishedTexts()).get(path));
        return entry;
      }),

    remove: (path, { etag }) =>
      inTurn(async () => {
        checkPath(path);
        await refuseIfChanged(path, etag);
        await rm(join(dir, path));
      }),

    discard: (entries) =>
      inTurn(async () => {
        const texts = await publishedTexts();
        const all = new Set([...texts.keys(), ...readTexts(dir).map(({ path }) => path)]);
        for (const { path, etag } of entries ?? [...all].map((each) => ({ path: each, etag: undefined }))) {
          checkPath(path);
          const text = texts.get(path);
          const there = (await textOf(path)) ?? text;
          // What somebody has written since stays.
          if (etag !== undefined && (there === undefined || etagOf(there) !== etag)) continue;
          if (text === undefined) await rm(join(dir, path), { force: true });
          else await put(path, text);
        }
      }),
  };
};
