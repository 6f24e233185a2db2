import { DatabaseSync } from 'node:sqlite';
import { BUILT_IN } from '../../language/catalogue/built-in.ts';
import type { Definitions } from '../../language/catalogue/definition.ts';
import { compileCatalogue } from '../../language/compile/catalogue.ts';
import { compileMachines } from '../../language/compile/machines.ts';
import { inSqlite } from '../../simulator/world/storage.sqlite.ts';
import type { OpenStorage } from '../../simulator/world/storage.ts';
import { definitions } from './definitions.ts';
import { worldOf } from './world.ts';

/** The journeys of `definitions.ts` with the events that every project has. */
const withBuiltIns: Definitions = {
  ...definitions,
  events: {
    ...BUILT_IN,
    ...definitions.events,
    'customer.signed_up': { ...definitions.events['customer.signed_up']!, sets: { plan: 'plan' } },
  },
};
const catalogue = compileCatalogue(withBuiltIns, { pace: 1 });
const project = { catalogue, machines: compileMachines(withBuiltIns, catalogue) };

/** A world in which people come under several ids, and two ids may turn out to be one person's. */
export const guests = (storage: OpenStorage = inSqlite(new DatabaseSync(':memory:'))) => {
  const { world, entries, send } = worldOf(project, '2026-03-02T09:00:00Z', { storage });
  return {
    world,
    entries,
    tell: (customerId: string, type: string, detail: Record<string, unknown> = {}) =>
      send(type, { customerId, ...detail }),
    merge: (from: string, into: string) => send('customer.merged', { from, into }),
    pass: (milliseconds: number) => world.passUntil(world.now + milliseconds),
    of: <Kind extends (typeof entries)[number]['kind']>(kind: Kind) =>
      entries.filter((entry): entry is Extract<(typeof entries)[number], { kind: Kind }> => entry.kind === kind),
  };
};
