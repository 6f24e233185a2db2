import type { Census } from '../../../simulator/world/census.ts';
import type { World } from '../../../simulator/world/world.ts';
import type { LocalWorld } from '../local-world.ts';

const censusOf = ({ census }: World): Census => {
  if (census) return census;
  throw new Error('A world in a database keeps a census; this one has none.');
};

/** What a local world keeps of everybody, asked between two things that happen. */
export const createLocalCensus = ({ ask }: Pick<LocalWorld, 'ask'>): Census => ({
  counts: { of: (...args) => ask((world) => censusOf(world).counts.of(...args)) },
  people: {
    counts: (journey) => ask((world) => censusOf(world).people.counts(journey)),
    at: (...args) => ask((world) => censusOf(world).people.at(...args)),
  },
  queue: { page: (...args) => ask((world) => censusOf(world).queue.page(...args)) },
  crowds: { counts: (crowd) => ask((world) => censusOf(world).crowds.counts(crowd)) },
  upcoming: { on: (days) => ask((world) => censusOf(world).upcoming.on(days)) },
  askers: {
    page: (...args) => ask((world) => censusOf(world).askers.page(...args)),
    count: (theme) => ask((world) => censusOf(world).askers.count(theme)),
  },
  directory: { find: (...args) => ask((world) => censusOf(world).directory.find(...args)) },
});
