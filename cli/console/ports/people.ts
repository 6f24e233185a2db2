import type { DatabaseSync } from 'node:sqlite';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { People, Resting, RestingCount } from '../../../functions/shared/stores/people.ts';
import type { Upcoming, UpcomingCount } from '../../../functions/shared/stores/upcoming.ts';
import type { LocalWorld } from '../local-world.ts';
import { readCursor } from './cursor.ts';

const restsOf = ({ id, enrolments }: CustomerState): Resting[] =>
  Object.entries(enrolments).map(([enrolment, { journey, at: step, since, due, held }]) => ({
    customer: id,
    enrolment,
    journey,
    step,
    since: held?.since ?? since,
    due,
    ...(held ? { held: held.reason } : {}),
  }));

/** Who is due first comes first, after those who are held for less. */
const order = (one: Resting, other: Resting): number => {
  const [a, b] = [one.held ?? '', other.held ?? ''];
  if (a !== b) return a < b ? -1 : 1;
  if (one.due !== other.due || one.enrolment === other.enrolment) return one.due - other.due;
  return one.enrolment < other.enrolment ? -1 : 1;
};

/** Who rests where, by the items; each time only those are read that have changed. */
export const createLocalPeople = (db: DatabaseSync, local: LocalWorld): People & Upcoming => {
  const versions = db.prepare('SELECT id, version FROM customers');
  const item = db.prepare('SELECT item FROM customers WHERE id = ?');
  const known = new Map<string, { version: number; rests: Resting[] }>();

  const all = (): Promise<Resting[]> =>
    local.ask(() => {
      const present = versions.all() as { id: string; version: number }[];
      const ids = new Set(present.map(({ id }) => id));
      for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
      for (const { id, version } of present) {
        if (known.get(id)?.version === version) continue;
        const state: CustomerState = JSON.parse((item.get(id) as { item: string }).item);
        known.set(id, { version, rests: restsOf(state) });
      }
      return [...known.values()].flatMap(({ rests }) => rests);
    });

  return {
    counts: async (journey) => {
      const counts = new Map<string, RestingCount>();
      for (const { journey: of, step, held } of await all()) {
        if (of !== journey) continue;
        const key = JSON.stringify([step, held]);
        const count = counts.get(key)?.count ?? 0;
        counts.set(key, { step, ...(held === undefined ? {} : { held }), count: count + 1 });
      }
      return [...counts.values()];
    },

    at: async ({ journey, step, held, due }, { after, count }) => {
      const here = (await all())
        .filter((rest) => rest.journey === journey && rest.step === step)
        .filter((rest) => held === undefined || (rest.held ?? '') === held)
        .filter((rest) => due === undefined || (rest.due >= due.from && rest.due < due.until))
        .toSorted(order);
      const begin = { held: '', due: Number.MIN_SAFE_INTEGER, enrolment: '' };
      const cursor = { ...readCursor(after, begin), customer: '', journey, step, since: 0 };
      const rest = after === undefined ? here : here.filter((one) => order(one, cursor) > 0);
      const items = rest.slice(0, count);
      const last = items.at(-1);
      if (!last || rest.length <= count) return { items };
      const next = { held: last.held ?? '', due: last.due, enrolment: last.enrolment };
      return { items, next: JSON.stringify(next) };
    },

    on: async ({ from, to }) => {
      const counts = new Map<string, UpcomingCount>();
      for (const { journey, step, held, due } of await all()) {
        const day = new Date(due).toISOString().slice(0, 10);
        if (day < from || day > to) continue;
        const key = JSON.stringify([day, journey, step, held]);
        const count = counts.get(key)?.count ?? 0;
        counts.set(key, { day, journey, step, ...(held === undefined ? {} : { held }), count: count + 1 });
      }
      return [...counts.values()];
    },
  };
};
