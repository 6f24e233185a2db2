import type { DatabaseSync } from 'node:sqlite';
import { timeOf } from '../../simulator/play.ts';

/** Why an event was refused, as far as it is known what it is. */
interface Refusal {
  reason: string;
  message: string;
  event?: string | undefined;
  id?: string | undefined;
  customer?: string | undefined;
}

/** One that was refused and is kept, to be put back. */
export interface RefusedArrival {
  seq: number;
  /** When it came, in milliseconds. */
  at: number;
  raw: string;
  reason: string;
  message: string;
  event: string | null;
  id: string | null;
  customer: string | null;
}

export interface Arrivals {
  /** An event that was taken. */
  take(arrival: { raw: unknown; at: number }): void;
  refuse(arrival: { raw: unknown; at: number } & Refusal): void;
  /** Events that were taken, from an instant on: an envelope each, oldest first. */
  since(at: number): string[];
  /** Refused ones, newest first, those before a number where one is given. */
  refused(query: { before?: number; reason?: string | undefined; count: number }): RefusedArrival[];
  /** How many were refused for which reason. */
  reasons(): Record<string, number>;
  drop(seq: number): void;
}

/** As text; nothing of what stands in each other more often than can be written. */
const textOf = (raw: unknown): string => {
  if (typeof raw === 'string') return raw;
  try {
    return JSON.stringify(raw);
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
};

/** An envelope that did not say when it happened, with when it came. */
const withTime = (raw: string, at: number): string =>
  timeOf(raw) === undefined ? JSON.stringify({ ...JSON.parse(raw), time: new Date(at).toISOString() }) : raw;

/** Events that came in, in the database: what a stage has in its queues and archives. */
export const createArrivals = (db: DatabaseSync): Arrivals => {
  db.exec(`
    CREATE TABLE IF NOT EXISTS arrivals (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, customer TEXT, raw TEXT NOT NULL, reason TEXT, message TEXT, event TEXT, id TEXT);
    CREATE INDEX IF NOT EXISTS arrivals_at ON arrivals (reason, at);
  `);
  const insert = db.prepare(
    'INSERT INTO arrivals (at, customer, raw, reason, message, event, id) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const select = db.prepare('SELECT at, raw FROM arrivals WHERE reason IS NULL AND at >= ? ORDER BY seq');
  const page = db.prepare(
    'SELECT * FROM arrivals WHERE reason IS NOT NULL AND seq < ?1 AND (?2 IS NULL OR reason = ?2) ORDER BY seq DESC LIMIT ?3',
  );
  const counts = db.prepare('SELECT reason, count(*) AS n FROM arrivals WHERE reason IS NOT NULL GROUP BY reason');
  const remove = db.prepare('DELETE FROM arrivals WHERE seq = ?');
  return {
    take: ({ raw, at }) => {
      insert.run(at, null, textOf(raw), null, null, null, null);
    },
    refuse: ({ raw, at, customer, reason, message, event, id }) => {
      insert.run(at, customer ?? null, textOf(raw), reason, message, event ?? null, id ?? null);
    },
    since: (at) => (select.all(at) as { at: number; raw: string }[]).map((row) => withTime(row.raw, row.at)),
    refused: ({ before = Number.MAX_SAFE_INTEGER, reason, count }) =>
      page.all(before, reason ?? null, count) as unknown as RefusedArrival[],
    reasons: () =>
      Object.fromEntries((counts.all() as { reason: string; n: number }[]).map(({ reason, n }) => [reason, n])),
    drop: (seq) => {
      remove.run(seq);
    },
  };
};
