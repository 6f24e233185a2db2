import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Machine } from '../../../language/compile/asl.ts';
import type { File } from '../../../language/read/yaml/source.ts';
import { PUBLISHED_KEY } from '../../shared/published.s3.ts';
import { FORMAT, type PublishedObject } from '../../shared/published.ts';
import { ObjectChanged, type Objects } from './objects.s3.ts';
import { type Publications, PublishedMeanwhile, PublisherBusy, type Turn } from './publications.ts';
import { Version } from './version.ts';

const TURN_KEY = 'turn.json';
/** How many versions a page has that names no number. */
const PAGE = 50;

/** So that keys are in the order of the versions. */
const folderOf = (version: number): string => `versions/${String(version).padStart(8, '0')}`;

/** The versions of a stage in its bucket: a folder each, and one object that says which runs, with its catalogue. */
export const createS3Publications = (objects: Objects, now: () => number): Publications => {
  const part = async <Part>(version: number, name: string): Promise<Part | undefined> => {
    const object = await objects.get(`${folderOf(version)}/${name}.json`);
    return object && (JSON.parse(object.text) as Part);
  };
  const versionOf = async (number: number): Promise<Version | undefined> => {
    const record = await part<unknown>(number, 'version');
    return record === undefined ? undefined : Version.parse(record);
  };
  const current: Publications['current'] = async () => {
    const object = await objects.get(PUBLISHED_KEY);
    if (!object) return undefined;
    const { number } = JSON.parse(object.text) as PublishedObject;
    const version = await versionOf(number);
    if (!version) throw new Error(`Version ${number} runs, and there is no record of it in the bucket.`);
    return { version, etag: object.etag };
  };
  /** What was kept and never ran is no version. */
  const isPublished = async (number: number): Promise<boolean> => {
    const running = await current();
    return running !== undefined && number <= running.version.version;
  };
  const ofPublished = async <Part>(number: number, name: string): Promise<Part | undefined> =>
    (await isPublished(number)) ? part<Part>(number, name) : undefined;
  return {
    current,
    version: async (number) => ((await isPublished(number)) ? versionOf(number) : undefined),
    list: async ({ before, count = PAGE } = {}) => {
      const running = await current();
      const items: Version[] = [];
      let next = Math.min(running?.version.version ?? 0, (before ?? Number.POSITIVE_INFINITY) - 1);
      while (next > 0 && items.length < count) {
        const version = next === running?.version.version ? running.version : await versionOf(next);
        if (!version) return { items };
        items.push(version);
        next = version.parent ?? 0;
      }
      return { items, ...(next > 0 && items.length > 0 && { next: next + 1 }) };
    },
    filesOf: (number) => ofPublished<File[]>(number, 'files'),
    catalogueOf: (number) => ofPublished<Catalogue>(number, 'catalogue'),
    machinesOf: (number) => ofPublished<Record<string, Machine>>(number, 'machines'),
    keep: async ({ version, files, catalogue, machines }) => {
      const parts = { files, catalogue, machines, version };
      const put = ([name, value]: [string, unknown]) =>
        objects.put(`${folderOf(version.version)}/${name}.json`, JSON.stringify(value));
      await Promise.all(Object.entries(parts).map(put));
    },
    switchTo: async ({ version, catalogue }, over) => {
      const published: PublishedObject = { format: FORMAT, number: version.version, catalogue };
      try {
        await objects.put(
          PUBLISHED_KEY,
          JSON.stringify(published),
          over === undefined ? { absent: true } : { etag: over },
        );
      } catch (error) {
        if (!(error instanceof ObjectChanged)) throw error;
        throw new PublishedMeanwhile((await current())?.version, version.parent);
      }
    },
    takeTurn: async (turn) => {
      const object = await objects.get(TURN_KEY);
      const currentTurn = object && (JSON.parse(object.text) as Turn);
      if (currentTurn && currentTurn.until > now()) throw new PublisherBusy(currentTurn);
      try {
        const etag = await objects.put(
          TURN_KEY,
          JSON.stringify(turn),
          object ? { etag: object.etag } : { absent: true },
        );
        return async () => void (await objects.put(TURN_KEY, JSON.stringify({ ...turn, until: 0 }), { etag }));
      } catch (error) {
        if (!(error instanceof ObjectChanged)) throw error;
        const other = await objects.get(TURN_KEY);
        throw new PublisherBusy(other ? (JSON.parse(other.text) as Turn) : turn);
      }
    },
  };
};
