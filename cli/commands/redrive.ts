import { Command } from 'commander';
import type { DeclareCommand } from '../command.ts';
import { type StageFlag, stageOf, stageOption } from '../options.ts';
import type { Output } from '../output.ts';
import { printAnswer } from '../stage/ask-stage.ts';
import { type RedriveFlags, redriveStage } from '../stage/redrive-stage.ts';

const redrive = async (what: string | undefined, flags: RedriveFlags & StageFlag, output: Output): Promise<number> => {
  const stage = stageOf(flags, 'redrive');
  return printAnswer(await redriveStage(stage, what, flags, { now: Date.now, say: output.err }), output);
};

export const redriveCommand: DeclareCommand = ({ output, run }) =>
  new Command('redrive')
    .description('show what a deployed stage could not take and why; what is named goes back, once its cause is mended')
    .argument('[what]', 'rejects, intake, inbound, stream or all; nothing is moved without')
    .addOption(stageOption())
    .option('--reason <code>', 'only events refused for this reason, such as schema')
    .option('--dry-run', 'only show')
    .option('--discard', 'throw refused events away, instead of putting them back')
    .option('--yes', 'throw away for good')
    .action(run((what: string | undefined, flags: RedriveFlags & StageFlag) => redrive(what, flags, output)));
