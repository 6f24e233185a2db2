import { SECOND } from '../../../language/catalogue/milliseconds.ts';
import type { StageTraits } from '../../../language/compile/catalogue.ts';
import { readFiles } from '../../../language/read/read.ts';
import { formatProblem } from '../../../language/read/yaml/problem.ts';
import { compileProject } from '../../../simulator/compile-project.ts';
import type { Running } from '../ports.ts';
import { Refused } from '../problem.ts';
import type { Publications } from '../publish/publications.ts';

/** A version that was published cannot be read by this release. */
export class VersionUnreadable extends Error {
  override name = 'VersionUnreadable';
}

interface RunningDeps {
  publications: Pick<Publications, 'current' | 'filesOf'>;
  traits: StageTraits;
  now: () => number;
}

/** So long nobody asks again which version runs. */
const LASTS = 5 * SECOND;

/** The workflows that a stage runs, read and compiled: once for each version. Throws Refused, VersionUnreadable. */
export const createRunning = ({ publications, traits, now }: RunningDeps): (() => Promise<Running>) => {
  let cached: Running | undefined;
  let until = 0;

  const read = async (version: number): Promise<Running> => {
    const files = await publications.filesOf(version);
    if (!files) throw new VersionUnreadable(`The files of version ${version} are not in the bucket of the stage.`);
    const { definitions, scenarios, problems } = readFiles(files);
    if (!definitions) {
      throw new VersionUnreadable(
        `Version ${version} was published, and this release does not read it:\n${problems.map(formatProblem).join('\n')}`,
      );
    }
    return { version, project: compileProject(definitions, scenarios, traits), broken: [] };
  };

  return async () => {
    if (cached && now() < until) return cached;
    const current = await publications.current();
    if (!current) {
      throw new Refused(503, 'Nothing is published on this stage yet. Deploy it, or wait until the deploy is done.');
    }
    const { version } = current.version;
    if (cached?.version !== version) cached = await read(version);
    until = now() + LASTS;
    return cached;
  };
};
