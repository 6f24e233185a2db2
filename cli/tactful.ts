import { Command } from 'commander';
import { WorkflowsInvalid } from '../simulator/project.ts';
import { check } from './commands/check.ts';
import { compile } from './commands/compile.ts';
import { draw } from './commands/draw.ts';
import { type EraseFlags, erase } from './commands/erase.ts';
import { UsageError } from './commands/errors.ts';
import { exportCustomer } from './commands/export.ts';
import type { Io } from './commands/io.ts';
import { mood } from './commands/mood.ts';
import { type PlayFlags, play } from './commands/play.ts';
import { type PreviewFlags, preview } from './commands/preview.ts';
import { onStage } from './commands/stage.ts';
import { type StartFlags, start } from './commands/start.ts';
import { test } from './commands/test.ts';
import { explainCustomer, type WhyFlags, whyOnStage } from './commands/why.ts';
import type { Where } from './held/held.ts';
import { createOutput } from './output.ts';

const output = createOutput(process.stdout);
const io: Io = { out: output.line, err: (line) => process.stderr.write(`${line}\n`) };

/** Runs a command; what a person can mend is a sentence, anything else keeps its stack. */
const run = (command: () => Promise<number>) => async (): Promise<void> => {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof WorkflowsInvalid)) throw error;
    io.err(error.message);
    process.exitCode = 1;
  }
  await output.end();
};

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** A first Ctrl+C ends in order, a second one at once. */
const startDeps = () => {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  return { now: Date.now, stop: stopping.signal, ...(process.stderr.isTTY ? { terminal: process.stderr } : {}) };
};

const program = new Command('tactful')
  .description(
    'Loyalty journeys that ask, before every message, whether this customer would rather not hear from us now.',
  )
  .showHelpAfterError()
  .configureHelp({ sortSubcommands: true });

const DIR = ['--dir <folder>', 'where journeys, moments, events and policy are', 'workflows'] as const;

program
  .command('check')
  .description('validate everything in a folder: exit 1 with a line `file:line:col message` for each problem')
  .argument('[dir]', 'the folder', 'workflows')
  .option('--uses', 'list what each moment says about the customer, and where that comes from')
  .action((dir: string, flags: { uses?: boolean }) => run(() => check(dir, flags, io))());

program
  .command('compile')
  .description('print the state machine of a journey, in Amazon States Language')
  .argument('<journey>')
  .option(...DIR)
  .action((journey: string, flags: { dir: string }) => run(() => compile(journey, flags, io))());

program
  .command('draw')
  .description('print a journey as a Mermaid flowchart')
  .argument('<journey>')
  .option(...DIR)
  .action((journey: string, flags: { dir: string }) => run(() => draw(journey, flags, io))());

program
  .command('play')
  .description('run EventBridge envelopes, one a line, in virtual time, and print what happens to whom and why')
  .argument('<events.ndjson>', 'the file, or - for standard input')
  .option(...DIR)
  .option(
    '--until <duration>',
    'stop so long after the first event, such as 90d; by default when nothing is left to happen',
  )
  .option('--pace <n>', 'divide every duration by n, as a paced stage does')
  .option('--json', 'one JSON object a line')
  .action((file: string, flags: PlayFlags) => run(() => play(file, flags, io))());

program
  .command('test')
  .description('run the scenarios in virtual time; exit 1 when one fails')
  .argument('[dir]', 'the folder', 'workflows')
  .action((dir: string) => run(() => test(dir, io))());

program
  .command('preview')
  .description('render a moment on every channel')
  .argument('<moment>')
  .option(...DIR)
  .option('--with <file.json>', 'facts to print: {"event": {…}, "customer": {…}, "with": {…}}')
  .option('--html <file>', 'write the email there, to look at in a browser')
  .action((moment: string, flags: PreviewFlags) => run(() => preview(moment, flags, io, { now: Date.now }))());

program
  .command('mood')
  .description('read one text a line from standard input, print the mood it shows')
  .action(() => run(() => mood(io))());

program
  .command('start')
  .description('play a quarter of example events, then stay up as a local studio')
  .option(...DIR)
  .option('--once', 'exit after the summary')
  .option('--port <n>', 'where the studio listens', '4400')
  .option('--data <folder>', 'where its data lives; delete it to begin again', '.tactful')
  .action((flags: StartFlags) => run(() => start(flags, { ...io, out: print }, startDeps()))());

/** Of whom a command asks: a deployed stage, or the studio. */
const STAGE = ['--stage <name>', 'a deployed stage, instead of the data of the local studio'] as const;
const DATA = ['--data <folder>', "where the local studio's data lives", '.tactful'] as const;

program
  .command('export')
  .description('print everything held of one customer, as JSON')
  .argument('<customer>')
  .option(...STAGE)
  .option(...DATA)
  .action((customer: string, where: Where) => run(() => exportCustomer(customer, where, io))());

program
  .command('why')
  .description('explain each decision about a customer: what it rested on, and what would have changed it')
  .argument('<customer>')
  .option(
    '--at <time>',
    'only what was decided by then, and how it was then: 2026-03-11, "2026-03-11 10:00", 2026-03-11T09:00:00Z',
  )
  .option(...STAGE)
  .option(...DATA)
  .option('--events <events.ndjson>', 'play these events first, instead of reading any data')
  .option(...DIR)
  .option('--json', 'one JSON document')
  .action((customer: string, flags: WhyFlags & { stage?: string }) =>
    run(() => (flags.stage === undefined ? explainCustomer(customer, flags, io) : whyOnStage(customer, flags)))(),
  );

program
  .command('erase')
  .description('remove everything held of one customer, for good; what they are in ends')
  .argument('<customer>')
  .option(...STAGE)
  .option(...DATA)
  .option('--yes', 'do not ask')
  .action((customer: string, flags: EraseFlags) => run(() => erase(customer, flags, io))());

/** Commands about a deployed stage; their arguments are read by the program that knows AWS. */
const ON_STAGE = {
  pause: 'hold a journey of a deployed stage, without a deploy; everybody keeps their place',
  resume: 'let a paused journey go on',
  paused: 'list the journeys of a deployed stage that are paused',
  redrive: 'show what a deployed stage could not take and why; put it back once the cause is mended',
};
for (const [name, description] of Object.entries(ON_STAGE)) {
  program
    .command(name)
    .description(description)
    .argument('[arguments...]')
    .allowUnknownOption()
    .helpOption(false)
    .addHelpText('after', `\nWhat it takes, and which stage: npm run -s tactful -- ${name} --help`)
    .action(run(() => onStage(process.argv.slice(2))));
}

await program.parseAsync();
