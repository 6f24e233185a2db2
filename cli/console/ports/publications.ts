import type { DatabaseSync } from 'node:sqlite';
import type { Current, Publications } from '../../../functions/api/publish/publications.ts';
import { Version } from '../../../functions/api/publish/version.ts';
import type { File } from '../../../language/read/yaml/source.ts';

interface Row {
  meta: string;
}

/** Versions of the workflows of a folder, in the database. */
export interface LocalPublications extends Pick<Publications, 'current' | 'version' | 'list' | 'filesOf'> {
  keep(version: Version, files: readonly File[]): void;
}

/** Versions of a page where nobody says how many. */
const COUNT = 50;

export const createLocalPublications = (db: DatabaseSync): LocalPublications => {
  db.exec('CREATE TABLE IF NOT EXISTS versions (number INTEGER PRIMARY KEY, meta TEXT NOT NULL, files TEXT NOT NULL)');
  const insert = db.prepare('INSERT INTO versions (number, meta, files) VALUES (?, ?, ?)');
  const one = db.prepare('SELECT meta FROM versions WHERE number = ?');
  const newest = db.prepare('SELECT meta FROM versions ORDER BY number DESC LIMIT 1');
  const page = db.prepare('SELECT meta FROM versions WHERE number < ? ORDER BY number DESC LIMIT ?');
  const texts = db.prepare('SELECT files FROM versions WHERE number = ?');
  const read = ({ meta }: Row): Version => Version.parse(JSON.parse(meta));
  return {
    current: async (): Promise<Current | undefined> => {
      const row = newest.get() as Row | undefined;
      if (!row) return undefined;
      const version = read(row);
      return { version, etag: String(version.version) };
    },
    version: async (number) => {
      const row = one.get(number) as Row | undefined;
      return row && read(row);
    },
    list: async ({ before = Number.MAX_SAFE_INTEGER, count = COUNT } = {}) => {
      const rows = page.all(before, count + 1) as unknown as Row[];
      const items = rows.slice(0, count).map(read);
      const last = items.at(-1);
      return { items, ...(last && rows.length > count ? { next: last.version } : {}) };
    },
    filesOf: async (number) => {
      const row = texts.get(number) as { files: string } | undefined;
      return row && JSON.parse(row.files);
    },
    keep: (version, files) => {
      insert.run(version.version, JSON.stringify(version), JSON.stringify(files));
    },
  };
};
