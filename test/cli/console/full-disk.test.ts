import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { start } from '../../../cli/commands/start.ts';
import { createStateStore } from '../../../cli/console/state-store.ts';
import { openStorage } from '../../../cli/console/storage.ts';
import { live, NEVER, signedUp } from './support.ts';

const pagesOf = (db: DatabaseSync): number => Number(Object.values(db.prepare('PRAGMA page_count').get() ?? {})[0]);

const TABLES = ['customers', 'timeline', 'outbox', 'timers'];

const contents = (db: DatabaseSync) =>
  TABLES.map((table) => JSON.stringify(db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()));

const folders: string[] = [];
const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'tactful-'));
  folders.push(path);
  return path;
};
afterEach(() => {
  for (const each of folders.splice(0)) rmSync(each, { recursive: true, force: true });
});

describe('a full disk', () => {
  it('refuses events with 507, keeps nothing by halves whatever write it was that failed, and takes them once there is room', async () => {
    for (let room = 0; room < 60; room++) {
      const { db, post, momentsOf } = await live();
      await post('/api/events', signedUp('bo', { firstName: 'x'.repeat(3000) }));
      db.exec(`PRAGMA max_page_count = ${pagesOf(db) + room}`);
      const before = contents(db);
      const large = signedUp('ada', { firstName: 'y'.repeat(12_000) });
      const answer = await post('/api/events', [large, { ...signedUp('cy'), 'detail-type': 'unheard.of' }]);
      if (answer.status === 200) {
        expect(room).toBeGreaterThan(2);
        return;
      }
      expect(answer.status).toBe(507);
      expect(await answer.json()).toMatchObject({
        detail: expect.stringContaining('The disk is full'),
        entries: [{ id: 'signed-up-ada', status: 'failed' }, { status: 'failed' }],
      });
      expect(contents(db)).toEqual(before);
      db.exec('PRAGMA max_page_count = 100000');
      expect((await post('/api/events', large)).status).toBe(200);
      expect(await momentsOf('ada')).toHaveLength(1);
    }
    expect.unreachable('with so much room the event should have been taken');
  });

  it('ends the start with a sentence', async () => {
    const lines: string[] = [];
    const open = (path: string) => {
      const db = openStorage(path);
      db.exec('PRAGMA max_page_count = 150');
      return db;
    };
    const flags = { dir: 'workflows', data: folder(), port: '0', once: true };
    const io = { out: () => {}, err: (line: string) => lines.push(line) };
    const deps = { now: () => Date.parse('2026-10-05'), stop: NEVER, open };
    await expect(start(flags, io, deps)).rejects.toThrow('The disk is full: nothing more can be kept in');
    const db = openStorage(flags.data);
    expect(createStateStore(db).read()).toMatchObject({ live: false, played: expect.any(Number) });
    expect(createStateStore(db).read().played).toBeGreaterThan(10);
    db.close();
  });
});

describe('a folder', () => {
  it('is for one local console at a time', () => {
    const path = folder();
    const db = openStorage(path);
    expect(() => openStorage(path)).toThrow(`A local console (npm start) is running on ${path}`);
    db.close();
    openStorage(path).close();
  });

  it('that cannot be written, or holds something else, is refused', () => {
    const path = folder();
    writeFileSync(join(path, 'file'), 'x');
    expect(() => openStorage(join(path, 'file', 'below'))).toThrow('Give another folder with --data.');
    writeFileSync(join(path, 'tactful.db'), 'not a database '.repeat(100));
    expect(() => openStorage(path)).toThrow('is damaged or not ours');
  });
});
