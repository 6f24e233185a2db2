import { Command } from 'commander';
import type { OperatorCommand } from '../../functions/operate/command.ts';
import type { DeclareCommand } from '../command.ts';
import { type StageFlag, stageOf, stageOption } from '../options.ts';
import { askStage, printAnswer } from '../stage/ask-stage.ts';
import { UsageError } from '../usage-error.ts';

interface BroadcastFlags extends StageFlag {
  stop?: string;
  resume?: string;
}

const commandOf = ({ stop, resume }: BroadcastFlags): OperatorCommand => {
  if (stop !== undefined && resume !== undefined)
    throw new UsageError('Say --stop or --resume, not both: the one is the contrary of the other.');
  if (stop !== undefined) return { command: 'stop-broadcast', broadcast: stop };
  return resume === undefined ? { command: 'broadcasts' } : { command: 'resume-broadcast', broadcast: resume };
};

export const broadcastsCommand: DeclareCommand = ({ output, run }) =>
  new Command('broadcasts')
    .description('how far events about everyone are on a deployed stage; stop one, or let it go on')
    .addOption(stageOption())
    .option('--stop <id>', 'tell nobody more; the id is the first word of its line')
    .option('--resume <id>', 'go on from where it stands')
    .action(
      run(async (flags: BroadcastFlags) =>
        printAnswer(await askStage(stageOf(flags, 'broadcasts'), commandOf(flags)), output),
      ),
    );
