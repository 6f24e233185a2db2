import type { DatabaseSync } from 'node:sqlite';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { viewMood } from './views.ts';

export interface ListQuery {
  /** The first id of the page. */
  from?: string;
  /** Part of an id, name or email. */
  q?: string;
  count?: number;
}

export interface CustomerRow {
  id: string;
  name?: string;
  email?: string;
  mood: string;
  /** Journeys that run now. */
  journeys: string[];
  changedAt: string;
}

export interface CustomerList {
  customers: CustomerRow[];
  total: number;
  /** First ids of the pages around this one. */
  previous?: string;
  next?: string;
}

interface NameRow {
  id: string;
  name: string | null;
  email: string | null;
}

const PAGE = 25;
const MOST = 200;

const foldCase = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Customers by id, a page at a time. Ids are in the order of their bytes, as SQLite sorts. */
export const createCustomers = (db: DatabaseSync, catalogue: Catalogue) => {
  const every = db.prepare(
    "SELECT id, json_extract(item, '$.attributes.firstName.value') AS name, json_extract(item, '$.attributes.email.value') AS email FROM customers WHERE json_extract(item, '$.movedTo') IS NULL ORDER BY id",
  );
  const item = db.prepare('SELECT item FROM customers WHERE id = ?');

  const rowOf = ({ id, name, email }: NameRow, now: number): CustomerRow => {
    const state = JSON.parse((item.get(id) as { item: string }).item) as CustomerState;
    const journeys = Object.values(state.enrolments).map(
      ({ journey }) => catalogue.journeys[journey]?.title ?? journey,
    );
    return {
      id,
      ...(name === null ? {} : { name: String(name) }),
      ...(email === null ? {} : { email: String(email) }),
      mood: viewMood(state, { now, catalogue }).word,
      journeys,
      changedAt: new Date(state.at).toISOString(),
    };
  };

  return (now: number, { from, q = '', count = PAGE }: ListQuery): CustomerList => {
    const wanted = foldCase(q.trim());
    const matching = (every.all() as unknown as NameRow[]).filter(
      ({ id, name, email }) => wanted === '' || foldCase([id, name ?? '', email ?? ''].join('\n')).includes(wanted),
    );
    const size = Math.min(Math.max(1, count), MOST);
    const first =
      from === undefined ? 0 : matching.findIndex(({ id }) => Buffer.compare(Buffer.from(id), Buffer.from(from)) >= 0);
    const at = first < 0 ? matching.length : first;
    const next = matching[at + size]?.id;
    const previous = at > 0 ? matching[Math.max(0, at - size)]?.id : undefined;
    return {
      customers: matching.slice(at, at + size).map((names) => rowOf(names, now)),
      total: matching.length,
      ...(previous === undefined ? {} : { previous }),
      ...(next === undefined ? {} : { next }),
    };
  };
};
