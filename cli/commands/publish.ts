import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { hashOfFiles } from '../../functions/api/publish/files.ts';
import { readTexts } from '../../language/read/folder.ts';
import type { DeclareCommand } from '../command.ts';
import { type StageFlag, stageOf, stageOption } from '../options.ts';
import type { Output } from '../output.ts';
import { publishAndFollow } from '../publish/follow.ts';
import { writeBase } from '../publish/published-file.ts';

interface PublishFlags extends StageFlag {
  note: string;
}

const publish = async (dir: string, { note, ...flags }: PublishFlags, output: Output): Promise<number> => {
  const stage = stageOf(flags, 'publish');
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
    .argument('[dir]', 'the folder; where it is as published, it is noted in it', 'workflows')
    .addOption(stageOption())
    .requiredOption('--note <text>', 'why, for those who look at the versions later')
    .action(run((dir: string, flags: PublishFlags) => publish(dir, flags, output)));
