import type { DatabaseSync } from 'node:sqlite';
import { fromItem } from '../../core/customer/model/item.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { createSqliteOutbox } from '../../simulator/world/outbox.sqlite.ts';
import { createSqliteTimeline } from '../../simulator/world/timeline.sqlite.ts';
import { UsageError } from '../commands/errors.ts';
import { hasStorage, openStorage, StorageFailed } from '../studio/storage.ts';
import type { HeldOf } from './held.ts';

const loaded = (db: DatabaseSync, customer: string): CustomerState | undefined => {
  const row = db.prepare('SELECT item FROM customers WHERE id = ?').get(customer) as { item: string } | undefined;
  return row && fromItem(row.item);
};

/** Opens what the studio kept in a folder; it must be there. Throws UsageError. */
export const openKept = (folder: string): DatabaseSync => {
  if (!hasStorage(folder)) {
    throw new UsageError(
      `There is no studio's data in ${folder}. Run npm start first, name another folder by --data, or a deployed stage by --stage.`,
    );
  }
  try {
    return openStorage(folder);
  } catch (error) {
    throw error instanceof StorageFailed ? new UsageError(error.message) : error;
  }
};

const held = (db: DatabaseSync, customer: string): HeldOf | undefined => {
  const state = loaded(db, customer);
  const timeline = createSqliteTimeline(db).of(customer);
  const messages = createSqliteOutbox(db, () => 0).of(customer);
  return state || timeline.length > 0 || messages.length > 0 ? { customer, state, timeline, messages } : undefined;
};

/** Everything that the studio holds of a customer; undefined where that is nothing. */
export const readLocal = (folder: string, customer: string): HeldOf | undefined => {
  const db = openKept(folder);
  try {
    return held(db, customer);
  } finally {
    db.close();
  }
};

const EVERYWHERE = [
  'DELETE FROM customers WHERE id = ?',
  "DELETE FROM timeline WHERE json_extract(entry, '$.customer') = ?",
  'DELETE FROM outbox WHERE customer = ?',
  'DELETE FROM timers WHERE customer = ?',
];

/** Removes everything that the studio holds of a customer, their timers too. Whether there was anything. */
export const eraseLocal = (folder: string, customer: string): boolean => {
  const db = openKept(folder);
  try {
    if (held(db, customer) === undefined) return false;
    db.exec('BEGIN');
    for (const statement of EVERYWHERE) db.prepare(statement).run(customer);
    db.exec('COMMIT; VACUUM');
    return true;
  } finally {
    db.close();
  }
};
