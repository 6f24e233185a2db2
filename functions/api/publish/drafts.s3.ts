import type { File } from '../../../language/read/yaml/source.ts';
import { checkPath, DraftConflict, type DraftEntry, type DraftFile, type DraftStore } from './drafts.ts';
import { hashOfText } from './files.ts';
import { type Condition, ObjectChanged, type Objects } from './objects.s3.ts';
import type { Publications } from './publications.ts';

const FOLDER = 'draft/';

/** What somebody wrote over a published file: its text, or that it is gone. */
interface Layer {
  text: string | null;
  by: string;
  at: string;
  /** A hash of the published file over which it was begun; none of a new one. */
  base?: string | undefined;
}

interface S3DraftsDeps {
  objects: Objects;
  publications: Pick<Publications, 'current' | 'filesOf'>;
  now: () => number;
}

/** What nobody has touched is known by its text. */
const etagOf = (text: string): string => `published-${hashOfText(text)}`;

const baseOf = (text: string | undefined): string | undefined => (text === undefined ? undefined : hashOfText(text));

/** The draft of a stage in its bucket: what differs from the published files lies over them, a file an object. */
export const createS3Drafts = ({ objects, publications, now }: S3DraftsDeps): DraftStore => {
  const readPublished = async (): Promise<Map<string, string>> => {
    const current = await publications.current();
    const files: File[] = (current && (await publications.filesOf(current.version.version))) ?? [];
    return new Map(files.map(({ path, text }) => [path, text]));
  };
  const layer = async (path: string): Promise<(Layer & { etag: string }) | undefined> => {
    const object = await objects.get(FOLDER + path);
    return object && { ...(JSON.parse(object.text) as Layer), etag: object.etag };
  };
  const entryOf = (
    path: string,
    below: string | undefined,
    over: (Layer & { etag: string }) | undefined,
  ): DraftFile => {
    if (!over) return { path, etag: etagOf(below ?? ''), state: 'same', text: below ?? '' };
    const { text, by, at, etag, base } = over;
    const differs = text !== (below ?? null);
    const state = text === null ? 'removed' : below === undefined ? 'added' : differs ? 'changed' : 'same';
    const overtaken = differs && base !== baseOf(below);
    return { path, etag, by, at, state, text: text ?? '', ...(overtaken && { overtaken }) };
  };
  const read = async (path: string): Promise<DraftFile | undefined> => {
    checkPath(path);
    const [below, over] = await Promise.all([readPublished(), layer(path)]);
    const text = below.get(path);
    return text === undefined && !over ? undefined : entryOf(path, text, over);
  };
  const all = async (): Promise<DraftFile[]> => {
    const [below, keys] = await Promise.all([readPublished(), objects.keys(FOLDER)]);
    const touched = keys.map((key) => key.slice(FOLDER.length));
    const layers = new Map(await Promise.all(touched.map(async (path) => [path, await layer(path)] as const)));
    const paths = [...new Set([...below.keys(), ...touched])].toSorted();
    // What was taken away twice, by a publication too, is not there at all.
    return paths
      .map((path) => entryOf(path, below.get(path), layers.get(path)))
      .filter(({ path, state }) => below.has(path) || state !== 'removed');
  };
  const change = async (path: string, text: string | null, { etag, by }: { etag: string | undefined; by: string }) => {
    const seen = await read(path);
    const isThere = seen !== undefined && seen.state !== 'removed';
    if (isThere ? seen.etag !== etag : etag !== undefined) throw new DraftConflict(path, seen);
    const below = (await readPublished()).get(path);
    const next: Layer = { text, by, at: new Date(now()).toISOString(), base: baseOf(below) };
    const over = await layer(path);
    const condition: Condition = over ? { etag: over.etag } : { absent: true };
    if (over && over.etag !== seen?.etag) throw new DraftConflict(path, await read(path));
    try {
      return entryOf(path, below, { ...next, etag: await objects.put(FOLDER + path, JSON.stringify(next), condition) });
    } catch (error) {
      if (!(error instanceof ObjectChanged)) throw error;
      throw new DraftConflict(path, await read(path));
    }
  };
  const entry = ({ text: _, ...rest }: DraftFile): DraftEntry => rest;
  return {
    list: all,
    read,
    write: async (path, text, who) => entry(await change(path, text, who)),
    remove: async (path, who) => void (await change(path, null, who)),
    files: async () => (await all()).flatMap(({ path, text, state }) => (state === 'removed' ? [] : [{ path, text }])),
    discard: async (entries) => {
      const targets = entries ?? (await all()).filter(({ by }) => by !== undefined);
      for (const { path, etag } of targets) {
        try {
          await objects.remove(FOLDER + path, { etag });
        } catch (error) {
          // What somebody has written since stays.
          if (!(error instanceof ObjectChanged)) throw error;
        }
      }
    },
  };
};
