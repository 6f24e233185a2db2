import { Command } from 'commander';
import type { DeclareCommand } from '../command.ts';
import { type StageFlag, stageOf, stageOption } from '../options.ts';
import type { Output } from '../output.ts';
import { publishAndFollow } from '../publish/follow.ts';
import { UsageError } from '../usage-error.ts';

interface RollbackFlags extends StageFlag {
  note?: string;
}

const rollback = async (version: string, { note = '', ...flags }: RollbackFlags, output: Output): Promise<number> => {
  const stage = stageOf(flags, 'rollback');
  const restore = Number(version);
  if (!Number.isSafeInteger(restore) || restore < 1) {
    throw new UsageError(`${version} is no version: give its number, as tactful versions --stage ${stage} lists it.`);
  }
  return (await publishAndFollow(stage, { what: { restore }, note }, output)).status;
};

export const rollbackCommand: DeclareCommand = ({ output, run }) =>
  new Command('rollback')
    .description('publish the files of an old version once more, as a new one; people go on from where they stand')
    .argument('<version>')
    .addOption(stageOption())
    .option('--note <text>', 'why, for those who look at the versions later')
    .action(run((version: string, flags: RollbackFlags) => rollback(version, flags, output)));
