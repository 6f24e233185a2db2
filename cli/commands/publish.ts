import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { hashOfFiles } from '../../functions/api/publish/files.ts';
import { readTexts } from '../../language/read/folder.ts';
import type { DeclareCommand } from '../command.ts';
import { type StageFlag, stageOf, stageOption } from '../options.ts';
import type { Output } from '../output.ts';
import { publishAndFollow } from '../publish/follow.ts';
import { writeBase } from '../publish/published-file.ts';
import { UsageError } from '../usage-error.ts';

interface PublishFlags extends StageFlag {
  note: string;
}

const publish = async (
  named: string | undefined,
  { note, ...flags }: PublishFlags,
  output: Output,
): Promise<number> => {
  const stage = stageOf(flags, 'publish');
  // Who publishes from anywhere needs no folder; who names one means it.
  if (named !== undefined && !existsSync(named))
    throw new UsageError(`There is no folder ${named}: name the one that was pushed, or none. Nothing was published.`);
  const dir = named ?? 'workflows';
  const { status, version } = await publishAndFollow(stage, { what: 'draft', note }, output);
  // Who pushed the folder and then published it has what runs.
  if (version && existsSync(dir) && hashOfFiles(readTexts(dir)) === version.files) {
    writeBase(dir, stage, version.version);
    output.err(`${dir} is what runs: commit its .published.json too.`);
  }
  return status;
};

export const publishCommand: DeclareCommand = ({ output, run }) =>
  new Command('publish')
    .description('publish the draft of a deployed stage: checked, its scenarios played; what fails changes nothing')
    .argument('[dir]', 'the folder, workflows where none is named; where it is as published, it is noted in it')
    .addOption(stageOption())
    .requiredOption('--note <text>', 'why, for those who look at the versions later')
    .action(run((dir: string | undefined, flags: PublishFlags) => publish(dir, flags, output)));
