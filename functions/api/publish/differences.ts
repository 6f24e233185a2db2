import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Journey } from '../../../language/catalogue/journey.ts';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { readFiles } from '../../../language/read/read.ts';
import type { File } from '../../../language/read/yaml/source.ts';
import type { CountStanding, Differences, JourneyDifference } from './publishing.ts';

const changeOf = <Thing>(before: Thing | undefined, after: Thing | undefined) => {
  if (before === undefined) return 'added' as const;
  if (after === undefined) return 'removed' as const;
  return JSON.stringify(before) === JSON.stringify(after) ? undefined : ('changed' as const);
};

const namesIn = (...all: object[]): string[] => [...new Set(all.flatMap((each) => Object.keys(each)))].toSorted();

const filesThatDiffer = (before: readonly File[], after: readonly File[]): Differences['files'] => {
  const texts = (files: readonly File[]) => Object.fromEntries(files.map(({ path, text }) => [path, text]));
  const [old, now] = [texts(before), texts(after)];
  return namesIn(old, now).flatMap((path) => {
    const state = changeOf(old[path], now[path]);
    return state ? [{ path, state }] : [];
  });
};

/** Steps by the ids that they have afterwards. */
const renamedSteps = ({ steps }: Journey, renamed: Journey['renamed']): Journey['steps'] =>
  Object.fromEntries(Object.entries(steps).map(([id, step]) => [renamed[id] ?? id, step]));

const journeyThatDiffers = async (
  journey: string,
  before: Journey | undefined,
  after: Journey | undefined,
  countStanding: CountStanding | undefined,
): Promise<JourneyDifference | undefined> => {
  const state = changeOf(before, after);
  if (!state) return undefined;
  const old = before ? renamedSteps(before, after?.renamed ?? {}) : {};
  const now = after?.steps ?? {};
  const standing = state === 'added' ? undefined : await countStanding?.(journey);
  const of = (wanted: ReturnType<typeof changeOf>) =>
    namesIn(old, now).filter((step) => changeOf(old[step], now[step]) === wanted);
  const went = of('removed').map((step) => ({ step, ...(standing && { people: standing[step] ?? 0 }) }));
  return { journey, state, came: of('added'), changed: of('changed'), went };
};

const catalogueOf = (files: readonly File[]): Pick<Catalogue, 'journeys' | 'events'> => {
  const { definitions } = readFiles(files);
  return definitions ? compileCatalogue(definitions) : { journeys: {}, events: {} };
};

const originsOf = ({ events }: Pick<Catalogue, 'events'>): string[] =>
  Object.values(events).flatMap(({ from = [] }) =>
    from.map(({ source, detailType }) => `${typeof source === 'string' ? source : `${source.prefix}*`} ${detailType}`),
  );

/** What a publication of `after` would change of `before`. What cannot be read is as if it were not there. */
export const differencesOf = async (
  before: readonly File[],
  after: readonly File[],
  countStanding?: CountStanding,
): Promise<Differences> => {
  const [old, now] = [catalogueOf(before), catalogueOf(after)];
  const journeys = await Promise.all(
    namesIn(old.journeys, now.journeys).map((id) =>
      journeyThatDiffers(id, old.journeys[id], now.journeys[id], countStanding),
    ),
  );
  const brought = new Set(originsOf(old));
  const needsDeploy = [...new Set(originsOf(now))]
    .filter((origin) => !brought.has(origin))
    .map(
      (origin) =>
        `Events "${origin}" come in once the stage is deployed: the rule that brings them is made by a deploy.`,
    );
  return {
    files: filesThatDiffer(before, after),
    journeys: journeys.flatMap((difference) => difference ?? []),
    needsDeploy,
  };
};
