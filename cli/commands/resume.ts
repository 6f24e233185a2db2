import { Command } from 'commander';
import type { DeclareCommand } from '../command.ts';
import { type StageFlag, stageOf, stageOption } from '../options.ts';
import { askStage, printAnswer } from '../stage/ask-stage.ts';

export const resumeCommand: DeclareCommand = ({ output, run }) =>
  new Command('resume')
    .description('let a paused journey of a deployed stage go on')
    .argument('<journey>')
    .addOption(stageOption())
    .action(
      run(async (journey: string, flags: StageFlag) =>
        printAnswer(await askStage(stageOf(flags, 'resume'), { command: 'resume', journey }), output),
      ),
    );
