import { Command } from 'commander';
import type { DeclareCommand } from '../command.ts';
import { type StageFlag, stageOf, stageOption } from '../options.ts';
import { askStage, printAnswer } from '../stage/ask-stage.ts';

export const pauseCommand: DeclareCommand = ({ output, run }) =>
  new Command('pause')
    .description('hold a journey of a deployed stage, without a deploy; everybody keeps their place')
    .argument('<journey>')
    .addOption(stageOption())
    .action(
      run(async (journey: string, flags: StageFlag) =>
        printAnswer(await askStage(stageOf(flags, 'pause'), { command: 'pause', journey }), output),
      ),
    );
