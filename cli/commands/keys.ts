import { Command, Option } from 'commander';
import type { DeclareCommand } from '../command.ts';
import { type StageFlag, stageOf, stageOption } from '../options.ts';
import { askStage, printAnswer } from '../stage/ask-stage.ts';
import { UsageError } from '../usage-error.ts';

interface RotateFlags extends StageFlag {
  leaked?: boolean;
  of: 'links' | 'inbox';
  yes?: boolean;
}

const LEAKED: Record<RotateFlags['of'], string> = {
  links:
    'With --leaked every link that was sent stops working, those of unsubscribing too. If somebody has the key, say --leaked --yes.',
  inbox:
    'With --leaked your backends read no inbox until they have the new key. If somebody has the key, say --leaked --yes.',
};

export const keysCommand: DeclareCommand = ({ output, run }) =>
  new Command('keys')
    .description(
      'look after the keys of a deployed stage, by which links in messages are sealed and requests for inboxes signed',
    )
    .addCommand(
      new Command('rotate')
        .description('use a new key from now on, without a deploy; links that were sent stay good')
        .addOption(stageOption())
        .addOption(
          new Option('--of <what>', 'what the key is for: links in messages, or the API of inboxes')
            .choices(['links', 'inbox'])
            .default('links'),
        )
        .option('--leaked', 'throw the keys before away: what was made with them stops working')
        .option('--yes', 'throw away for good')
        .action(
          run(async ({ leaked, yes, of, ...flags }: RotateFlags) => {
            const stage = stageOf(flags, 'keys rotate');
            if (leaked && !yes) throw new UsageError(LEAKED[of]);
            return printAnswer(
              await askStage(stage, {
                command: 'rotate-keys',
                ...(leaked ? { leaked } : {}),
                ...(of === 'links' ? {} : { of }),
              }),
              output,
            );
          }),
        ),
    );
