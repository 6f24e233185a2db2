import type { PublishCommand } from '../../functions/api/publish/command.ts';
import type { PublishJob } from '../../functions/api/publish/publishing.ts';
import type { Pushed } from '../../functions/api/publish/push.ts';
import type { Version } from '../../functions/api/publish/version.ts';
import type { File } from '../../language/read/yaml/source.ts';
import { invokeStage } from '../stage/ask-stage.ts';
import { UsageError } from '../usage-error.ts';

/** What is answered to each command that is waited for. */
interface Answers {
  versions: { items: Version[]; next?: number };
  pull: { version: Version; files: File[] };
  push: Pushed;
  job: { job: PublishJob | null };
}

type Waited = keyof Answers;
type Asking<Name extends Waited> = Extract<PublishCommand, { command: Name }>;

/** Asks the publish function of a stage. Throws UsageError with what the stage says where it refuses. */
export type AskPublisher = <Name extends Waited>(stage: string, command: Asking<Name>) => Promise<Answers[Name]>;

export const askPublisher: AskPublisher = async <Name extends Waited>(stage: string, command: Asking<Name>) => {
  const answer = (await invokeStage(stage, 'publish', command)) as { ok: boolean; message?: string };
  if (!answer.ok) throw new UsageError(answer.message ?? `The stage ${stage} refused.`);
  return answer as unknown as Answers[Name];
};

/** Orders a publication, which goes on whether one waits for it or not. */
export const orderPublication = async (
  stage: string,
  order: Extract<PublishCommand, { command: 'publish' }>,
): Promise<void> => void (await invokeStage(stage, 'publish', order, { later: true }));
