import { SECOND } from '../../../language/catalogue/milliseconds.ts';
import { compileCatalogue, type StageTraits } from '../../../language/compile/catalogue.ts';
import { compileMachines } from '../../../language/compile/machines.ts';
import { readFiles } from '../../../language/read/read.ts';
import { formatProblem } from '../../../language/read/yaml/problem.ts';
import type { Running } from '../ports.ts';
import { Refused } from '../problem.ts';
import type { Publications } from '../publish/publications.ts';

/** What runs cannot be read by this release. */
export class PublishedUnreadable extends Error {
  override name = 'PublishedUnreadable';
}

interface RunningDeps {
  publications: Pick<Publications, 'current' | 'filesOf'>;
  traits: StageTraits;
  now: () => number;
}

/** So long nobody asks again which version runs. */
const LASTS = 5 * SECOND;

/** The workflows that a stage runs, read and compiled: once for each version. Throws Refused, PublishedUnreadable. */
export const createRunning = ({ publications, traits, now }: RunningDeps): (() => Promise<Running>) => {
  let kept: Running | undefined;
  let until = 0;

  const read = async (version: number): Promise<Running> => {
    const files = await publications.filesOf(version);
    if (!files) throw new PublishedUnreadable(`The files of version ${version} are not in the bucket of the stage.`);
    const { definitions, scenarios, problems } = readFiles(files);
    if (!definitions) {
      throw new PublishedUnreadable(
        `Version ${version} was published, and this release does not read it:\n${problems.map(formatProblem).join('\n')}`,
      );
    }
    const catalogue = compileCatalogue(definitions, traits);
    const project = { definitions, catalogue, machines: compileMachines(definitions, catalogue), scenarios };
    return { version, project, broken: [] };
  };

  return async () => {
    if (kept && now() < until) return kept;
    const current = await publications.current();
    if (!current) {
      throw new Refused(503, 'Nothing is published on this stage yet. Deploy it, or wait until the deploy is done.');
    }
    const { version } = current.version;
    if (kept?.version !== version) kept = await read(version);
    until = now() + LASTS;
    return kept;
  };
};
