import type { DatabaseSync } from 'node:sqlite';
import { dueAt, type Execution } from '../machine/execution.ts';
import { type Executions, tokenOf } from './executions.ts';

/** Executions in SQLite, plain JSON each, with when they are due next and the token they wait for. */
export const createSqliteExecutions = (db: DatabaseSync): Executions => {
  db.exec(`
    CREATE TABLE IF NOT EXISTS executions (name TEXT PRIMARY KEY, seq INTEGER NOT NULL, due INTEGER, token TEXT, running INTEGER NOT NULL, execution TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS executions_due ON executions (due, seq) WHERE due IS NOT NULL;
    CREATE INDEX IF NOT EXISTS executions_token ON executions (token) WHERE token IS NOT NULL;
  `);
  const select = db.prepare('SELECT execution FROM executions WHERE name = ?');
  const byToken = db.prepare('SELECT execution FROM executions WHERE token = ?');
  const due = db.prepare('SELECT name, due FROM executions WHERE due IS NOT NULL ORDER BY due, seq LIMIT 1');
  const count = db.prepare('SELECT count(*) AS n FROM executions WHERE running = 1');
  const replace = db.prepare(
    'INSERT OR REPLACE INTO executions (name, seq, due, token, running, execution) VALUES (?, ?, ?, ?, ?, ?)',
  );
  let seq = (db.prepare('SELECT coalesce(max(seq), 0) AS last FROM executions').get() as { last: number }).last;

  const read = (row: unknown): Execution | undefined =>
    row === undefined ? undefined : (JSON.parse((row as { execution: string }).execution) as Execution);

  return {
    get: (name) => read(select.get(name)),
    save: (execution) => {
      const { name, status } = execution;
      const token = tokenOf(execution) ?? null;
      const running = status === 'running' ? 1 : 0;
      replace.run(name, ++seq, dueAt(execution) ?? null, token, running, JSON.stringify(execution));
    },
    waitingFor: (token) => read(byToken.get(token)),
    nextDue: () => {
      const row = due.get() as { name: string; due: number } | undefined;
      return row && { name: row.name, at: row.due };
    },
    running: () => (count.get() as { n: number }).n,
  };
};
