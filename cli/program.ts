import { Command, CommanderError } from 'commander';
import { WorkflowsInvalid } from '../simulator/project.ts';
import type { DeclareCommand, RunAction } from './command.ts';
import { broadcastsCommand } from './commands/broadcasts.ts';
import { checkCommand } from './commands/check.ts';
import { compileCommand } from './commands/compile.ts';
import { doctorCommand } from './commands/doctor.ts';
import { drawCommand } from './commands/draw.ts';
import { eraseCommand } from './commands/erase.ts';
import { exportCommand } from './commands/export.ts';
import { keysCommand } from './commands/keys.ts';
import { moodCommand } from './commands/mood.ts';
import { pauseCommand } from './commands/pause.ts';
import { pausedCommand } from './commands/paused.ts';
import { playCommand } from './commands/play.ts';
import { previewCommand } from './commands/preview.ts';
import { promisesCommand } from './commands/promises.ts';
import { publishCommand } from './commands/publish.ts';
import { pullCommand } from './commands/pull.ts';
import { pushCommand } from './commands/push.ts';
import { redriveCommand } from './commands/redrive.ts';
import { resumeCommand } from './commands/resume.ts';
import { rollbackCommand } from './commands/rollback.ts';
import { startCommand } from './commands/start.ts';
import { testCommand } from './commands/test.ts';
import { versionsCommand } from './commands/versions.ts';
import { whyCommand } from './commands/why.ts';
import type { Output } from './output.ts';
import { UsageError } from './usage-error.ts';

const COMMANDS: DeclareCommand[] = [
  broadcastsCommand,
  checkCommand,
  compileCommand,
  doctorCommand,
  drawCommand,
  eraseCommand,
  exportCommand,
  keysCommand,
  moodCommand,
  pauseCommand,
  pausedCommand,
  playCommand,
  previewCommand,
  promisesCommand,
  publishCommand,
  pullCommand,
  pushCommand,
  redriveCommand,
  resumeCommand,
  rollbackCommand,
  startCommand,
  testCommand,
  versionsCommand,
  whyCommand,
];

/**
 * Runs the command that the words name, and answers the status to end with. What a person can mend is a sentence on
 * `err`; anything else is thrown.
 */
export const runProgram = async (words: string[], output: Output): Promise<number> => {
  let status = 0;
  const run: RunAction =
    (act) =>
    async (...parameters) => {
      status = await act(...parameters);
    };
  const program = new Command('tactful')
    .description(
      'Loyalty journeys that ask, before every message, whether this customer would rather not hear from us now.',
    )
    .showHelpAfterError()
    .configureOutput({ writeOut: (text) => output.out(text.trimEnd()), writeErr: (text) => output.err(text.trimEnd()) })
    .exitOverride();
  for (const declare of COMMANDS) {
    const command = declare({ output, run }).copyInheritedSettings(program);
    for (const part of command.commands) part.copyInheritedSettings(command);
    program.addCommand(command);
  }
  try {
    await program.parseAsync(words, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (!(error instanceof UsageError || error instanceof WorkflowsInvalid)) throw error;
    output.err(error.message);
    return 1;
  }
};
