import { Command } from 'commander';
import type { DeclareCommand } from '../command.ts';
import { type StageFlag, stageOf, stageOption } from '../options.ts';
import { askStage, printAnswer } from '../stage/ask-stage.ts';

export const pausedCommand: DeclareCommand = ({ output, run }) =>
  new Command('paused')
    .description('list the journeys of a deployed stage that are paused')
    .addOption(stageOption())
    .action(
      run(async (flags: StageFlag) =>
        printAnswer(await askStage(stageOf(flags, 'paused'), { command: 'paused' }), output),
      ),
    );
