import type { Definitions, JourneyDefinition } from '../../../language/catalogue/definition.ts';
import { readFiles } from '../../../language/read/read.ts';
import type { File } from '../../../language/read/yaml/source.ts';
import { everyStep } from '../../../language/steps/walk.ts';
import type { Difference } from '../contract/versions.ts';

type Files = Difference['files'];
type Journeys = Difference['journeys'];

const differingFiles = (from: readonly File[], to: readonly File[]): Files => {
  const before = new Map(from.map(({ path, text }) => [path, text]));
  const after = new Map(to.map(({ path, text }) => [path, text]));
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return paths.flatMap((path): Files => {
    const [was, is] = [before.get(path), after.get(path)];
    if (was === is) return [];
    if (was === undefined) return [{ path, change: 'added', after: is ?? '' }];
    return is === undefined
      ? [{ path, change: 'removed', before: was }]
      : [{ path, change: 'changed', before: was, after: is }];
  });
};

/** Steps by their ids, each as text without what stands in its branches. */
const stepsOf = (journey: JourneyDefinition | undefined): Map<string, string> =>
  new Map((journey ? everyStep(journey) : []).map((step) => [step.id, JSON.stringify(step)]));

const differingJourneys = (from: Definitions['journeys'], to: Definitions['journeys']): Journeys =>
  [...new Set([...Object.keys(from), ...Object.keys(to)])].toSorted().flatMap((journey): Journeys => {
    const [was, is] = [from[journey], to[journey]];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const [before, after] = [stepsOf(was), stepsOf(is)];
    const title = is?.title ?? was?.title ?? journey;
    return [
      {
        journey,
        title,
        change: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed',
        added: [...after.keys()].filter((id) => !before.has(id)),
        removed: [...before.keys()].filter((id) => !after.has(id)),
        changed: [...after].flatMap(([id, text]) => (before.has(id) && before.get(id) !== text ? [id] : [])),
      },
    ];
  });

/** What differs between two sets of files. What does not compile has no journeys. */
export const differenceOf = (from: readonly File[], to: readonly File[]): Pick<Difference, 'files' | 'journeys'> => ({
  files: differingFiles(from, to),
  journeys: differingJourneys(readFiles(from).definitions?.journeys ?? {}, readFiles(to).definitions?.journeys ?? {}),
});
