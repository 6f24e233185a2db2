import type { File } from '../../../language/read/yaml/source.ts';
import { hashOfFiles } from './files.ts';
import type { Publications } from './publications.ts';
import { type Published, type Publisher, PublishFailed, type PublishRequest } from './request.ts';
import type { Version } from './version.ts';

/** The workflows folder that a deploy brings, and the version of the stage that was last pulled into it. */
export interface Repository {
  files: File[];
  base?: number | undefined;
}

interface DeployDeps {
  publications: Publications;
  publisher: Publisher;
  stage: string;
}

/** The newest version that a deploy published, from this one on. */
const findLastDeploy = async (publications: Publications, from: Version | undefined): Promise<Version | undefined> => {
  for (let version = from; version; ) {
    if (version.via === 'deploy') return version;
    version = version.parent === undefined ? undefined : await publications.version(version.parent);
  }
  return undefined;
};

/** Of a version of the stage once more, by the compiler of this release. */
const again = async (publications: Publications, version: Version): Promise<File[]> => {
  const files = await publications.filesOf(version.version);
  if (files) return files;
  throw new PublishFailed('check', `The files of version ${version.version} are not in the bucket of the stage.`);
};

/** What a deploy does to what a stage runs: the files that it is to run, and a note. Throws PublishFailed where it must not. */
const filesFor = async (
  { publications, stage }: DeployDeps,
  { files, base }: Repository,
  current: Version | undefined,
): Promise<Pick<PublishRequest, 'files' | 'note' | 'via' | 'restores'>> => {
  const hash = hashOfFiles(files);
  const brought = { files, note: 'What is in the repository', via: 'deploy' as const };
  if (current === undefined || current.files === hash) return brought;
  const deployed = await findLastDeploy(publications, current);
  // The folder is as it was when it was last deployed: the deploy is about something else, or is being rolled back
  // after it was refused. What was published since stays.
  if (deployed && deployed !== current && deployed.files === hash) {
    return { files: await again(publications, current), note: current.note, via: current.via };
  }
  if (deployed === current) {
    const parent = current.parent === undefined ? undefined : await publications.version(current.parent);
    const before = await findLastDeploy(publications, parent);
    // The deploy goes back to the one before. What ran between the two may have come from the console, so that is restored.
    if (parent && before?.files === hash && parent !== before) {
      return {
        files: await again(publications, parent),
        note: `Back to version ${parent.version}`,
        via: parent.via,
        restores: parent.version,
      };
    }
    return brought;
  }
  const pulled = base === undefined ? undefined : await publications.version(base);
  if (pulled?.files === current.files) return brought;
  const seen = base === undefined ? 'was never pulled from the stage' : `descends from version ${base}`;
  const why = current.note === '' ? '' : ` ("${current.note}")`;
  throw new PublishFailed(
    'turn',
    `Version ${current.version} was published by ${current.by} at ${current.at}${why}, and the folder ${seen}: this deploy would undo that. Run tactful pull --stage ${stage}, look at what comes in, commit it, and deploy again.`,
  );
};

/** Publishes what is in the repository, unless it would overwrite what was published meanwhile. Throws PublishFailed. */
export const createDeploy =
  (deps: DeployDeps) =>
  async (repository: Repository): Promise<Published> => {
    const current = await deps.publications.current();
    const over = current?.version.version;
    const request = await filesFor(deps, repository, current?.version);
    return deps.publisher.publish({ ...request, by: 'cdk deploy', over });
  };
