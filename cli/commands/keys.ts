import { Command } from 'commander';
import type { DeclareCommand } from '../command.ts';
import { type StageFlag, stageOf, stageOption } from '../options.ts';
import { askStage, printAnswer } from '../stage/ask-stage.ts';
import { UsageError } from '../usage-error.ts';

interface RotateFlags extends StageFlag {
  leaked?: boolean;
  yes?: boolean;
}

export const keysCommand: DeclareCommand = ({ output, run }) =>
  new Command('keys')
    .description('look after the keys of a deployed stage, by which links in messages are sealed')
    .addCommand(
      new Command('rotate')
        .description('seal links with a new key from now on, without a deploy; those that were sent stay good')
        .addOption(stageOption())
        .option('--leaked', 'throw the keys before away: links that were sent stop working')
        .option('--yes', 'throw away for good')
        .action(
          run(async ({ leaked, yes, ...flags }: RotateFlags) => {
            const stage = stageOf(flags, 'keys rotate');
            if (leaked && !yes) {
              throw new UsageError(
                'With --leaked every link that was sent stops working, those of unsubscribing too. If somebody has the key, say --leaked --yes.',
              );
            }
            return printAnswer(
              await askStage(stage, { command: 'rotate-keys', ...(leaked ? { leaked } : {}) }),
              output,
            );
          }),
        ),
    );
