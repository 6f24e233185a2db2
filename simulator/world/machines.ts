import type { DatabaseSync } from 'node:sqlite';
import { digest } from '../../functions/shared/hash.ts';
import type { Machine } from '../../language/compile/asl.ts';

/** The machines of journeys: an execution keeps the one it started with, whatever is deployed after it. */
export interface Definitions {
  /** The name under which an execution of this journey keeps its machine; undefined where the journey has none. */
  current(journey: string): string | undefined;
  get(name: string): Machine;
}

export const createDefinitions = (db: DatabaseSync, machines: Record<string, Machine>): Definitions => {
  db.exec('CREATE TABLE IF NOT EXISTS machines (name TEXT PRIMARY KEY, machine TEXT NOT NULL) WITHOUT ROWID');
  const insert = db.prepare('INSERT OR IGNORE INTO machines (name, machine) VALUES (?, ?)');
  const select = db.prepare('SELECT machine FROM machines WHERE name = ?');
  const loaded = new Map<string, Machine>();
  const names = new Map<string, string>();
  for (const [journey, machine] of Object.entries(machines)) {
    const text = JSON.stringify(machine);
    const name = `${journey}:${digest([text], 12)}`;
    insert.run(name, text);
    loaded.set(name, machine);
    names.set(journey, name);
  }
  return {
    current: (journey) => names.get(journey),
    get: (name) => {
      const known = loaded.get(name) ?? (JSON.parse((select.get(name) as { machine: string }).machine) as Machine);
      loaded.set(name, known);
      return known;
    },
  };
};
