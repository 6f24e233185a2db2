import type { DatabaseSync } from 'node:sqlite';
import { fromItem } from '../../core/customer/model/item.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { inOrder } from '../../core/explain/in-order.ts';
import type { Count, Days } from '../../functions/shared/stores/counts.ts';
import { createSqliteCounts } from '../../simulator/world/counts.sqlite.ts';
import { createSqliteInboxMarks, withMarks } from '../../simulator/world/inbox.sqlite.ts';
import { createSqliteOutbox } from '../../simulator/world/outbox.sqlite.ts';
import { createSqliteTimeline } from '../../simulator/world/timeline.sqlite.ts';
import type { CustomerData } from '../customer-data.ts';
import { UsageError } from '../usage-error.ts';
import { hasStorage, openStorage, StorageFailed } from './storage.ts';

const loadState = (db: DatabaseSync, customer: string): CustomerState | undefined => {
  const row = db.prepare('SELECT item FROM customers WHERE id = ?').get(customer) as { item: string } | undefined;
  return row && fromItem(row.item);
};

/** Opens the local world's data in a folder, which must be there. Throws UsageError. */
const openData = (folder: string): DatabaseSync => {
  if (!hasStorage(folder)) {
    throw new UsageError(
      `There is no local data in ${folder}. Run npm start first, name another folder by --data, or a deployed stage by --stage.`,
    );
  }
  try {
    return openStorage(folder);
  } catch (error) {
    throw error instanceof StorageFailed ? new UsageError(error.message) : error;
  }
};

/** All ids of a person, the one that they go on under first, and their item. */
const personOf = (db: DatabaseSync, customer: string): { ids: string[]; state: CustomerState | undefined } => {
  let id = customer;
  let state = loadState(db, id);
  while (state?.movedTo !== undefined) {
    id = state.movedTo;
    state = loadState(db, id);
  }
  return { ids: [id, ...(state?.aliases ?? [])], state };
};

const readData = (db: DatabaseSync, customer: string): CustomerData | undefined => {
  const { ids, state } = personOf(db, customer);
  const timelines = createSqliteTimeline(db);
  const outbox = createSqliteOutbox(db, () => 0);
  const timeline = inOrder(ids.map((id) => timelines.of(id)));
  const marks = createSqliteInboxMarks(db);
  const messages = ids.flatMap((id) => withMarks(outbox.of(id), marks.of(id)));
  return state || timeline.length > 0 || messages.length > 0 ? { customer, state, timeline, messages } : undefined;
};

const nothingHeld = (folder: string, customer: string): UsageError =>
  new UsageError(`Nothing is held of ${JSON.stringify(customer)} in ${folder}. --stage asks a deployed stage.`);

/** Everything that the local world holds of a customer. Throws UsageError where that is nothing. */
export const readFromLocalWorld = (folder: string, customer: string): CustomerData => {
  const db = openData(folder);
  try {
    const data = readData(db, customer);
    if (data === undefined) throw nothingHeld(folder, customer);
    return data;
  } finally {
    db.close();
  }
};

/** What the local world counted of a journey, or of none. Throws UsageError. */
export const countsInLocalWorld = async (folder: string, journey: string, days: Days): Promise<Count[]> => {
  const db = openData(folder);
  try {
    return await createSqliteCounts(db).counts.of(journey, days);
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
/** Who rests at a step is counted, too. */
const LEAVES =
  "UPDATE resting SET n = n - (SELECT count(*) FROM places WHERE customer = ? AND places.journey = resting.journey AND places.step = resting.step AND places.held = resting.held AND date(places.due / 1000, 'unixepoch') = resting.day)";

/** Of tables that a folder of before may not have. An event does not say by itself whose it is. */
const PERHAPS: [table: string, statement: string][] = [
  ['places', LEAVES],
  ['places', 'DELETE FROM places WHERE customer = ?'],
  ['directory', 'DELETE FROM directory WHERE customer = ?'],
  ['arrivals', 'DELETE FROM arrivals WHERE customer = ?1 OR instr(raw, json_quote(?1)) > 0'],
  ['inbox_marks', 'DELETE FROM inbox_marks WHERE customer = ?'],
  ['askers', 'DELETE FROM askers WHERE customer = ?'],
  ['notes', 'DELETE FROM notes WHERE customer = ?'],
];

const hasTable = (db: DatabaseSync, name: string): boolean =>
  db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;

/** Removes everything that is held under some ids, and the traces of it in the file. */
export const eraseEverywhere = (db: DatabaseSync, ids: readonly string[]): void => {
  const there = PERHAPS.flatMap(([table, statement]) => (hasTable(db, table) ? [statement] : []));
  db.exec('BEGIN');
  for (const statement of [...EVERYWHERE, ...there]) for (const id of ids) db.prepare(statement).run(id);
  db.exec('COMMIT; VACUUM');
};

/** Removes everything that the local world holds of a customer, their timers too. Throws UsageError where that is nothing. */
export const eraseFromLocalWorld = (folder: string, customer: string): void => {
  const db = openData(folder);
  try {
    if (readData(db, customer) === undefined) throw nothingHeld(folder, customer);
    eraseEverywhere(db, personOf(db, customer).ids);
  } finally {
    db.close();
  }
};
