import { Command } from 'commander';
import type { DeclareCommand } from '../command.ts';
import { type StageFlag, stageOf, stageOption } from '../options.ts';
import { publishAndFollow } from '../publish/follow.ts';

interface PublishFlags extends StageFlag {
  note: string;
}

export const publishCommand: DeclareCommand = ({ output, run }) =>
  new Command('publish')
    .description('publish the draft of a deployed stage: checked, its scenarios played; what fails changes nothing')
    .addOption(stageOption())
    .requiredOption('--note <text>', 'why, for those who look at the versions later')
    .action(
      run((flags: PublishFlags) =>
        publishAndFollow(stageOf(flags, 'publish'), { what: 'draft', note: flags.note }, output),
      ),
    );
