import { DatabaseSync } from 'node:sqlite';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { compileCatalogue } from '../../language/compile/catalogue.ts';
import { compileMachines } from '../../language/compile/machines.ts';
import { openWorld } from '../../simulator/open-world.ts';
import { inSqlite } from '../../simulator/world/storage.sqlite.ts';
import type { WorldOptions } from '../../simulator/world/world.ts';
import { definitions } from './definitions.ts';

export const compiled = (pace = 1) => {
  const catalogue = compileCatalogue(definitions, { pace });
  return { catalogue, machines: compileMachines(definitions, catalogue) };
};

/** A world with the journeys of `definitions.ts`. */
export const testWorld = (start: string, options: Partial<WorldOptions> & { db?: DatabaseSync } = {}) => {
  const { db = new DatabaseSync(':memory:'), ...rest } = options;
  return { ...worldOf(compiled(), start, { storage: inSqlite(db), ...rest }), db };
};

/** A world of any journeys; everybody is treated, an unexpected error fails the test. Events are Ada's, where they name nobody. */
export const worldOf = (
  project: Parameters<typeof openWorld>[0],
  start: string,
  rest: Partial<WorldOptions> & Pick<WorldOptions, 'storage'>,
) => {
  const entries: JournalEntry[] = [];
  const world = openWorld(project, {
    now: Date.parse(start),
    draw: { holdout: () => false, arm: (_customer, _journey, _split, arms) => arms[0]?.name ?? '' },
    onEntry: (entry) => entries.push(entry),
    report: (error) => {
      throw error;
    },
    ...rest,
  });
  let events = 0;
  const send = (type: string, detail: Record<string, unknown>) =>
    world.arrive({
      id: `e${++events}`,
      source: 'test',
      'detail-type': type,
      time: new Date(world.now).toISOString(),
      detail: { customerId: 'ada', ...detail },
    });
  return { world, entries, send };
};
