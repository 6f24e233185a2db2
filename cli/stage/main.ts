import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import { eraseCustomer } from './erase.ts';
import { exportCustomer } from './export.ts';
import { type RedriveFlags, redrive } from './redrive.ts';
import { type Answer, askStage, StageUnreachable } from './stage.ts';
import { explainCustomer, type WhyFlags } from './why.ts';

const run = async (ask: () => Promise<Answer>): Promise<void> => {
  try {
    const { ok, lines } = await ask();
    for (const line of lines) (ok ? process.stdout : process.stderr).write(`${line}\n`);
    process.exitCode = ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof StageUnreachable)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
};

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const program = new Command('tactful').description(
  'Operates a deployed stage. Region and account are those of your AWS profile.',
);
const STAGE = ['--stage <name>', 'the deployed stage', 'dev'] as const;

program
  .command('pause')
  .description('hold a journey, without a deploy; everybody keeps their place')
  .argument('<journey>')
  .option(...STAGE)
  .action((journey: string, { stage }: { stage: string }) => run(() => askStage(stage, { command: 'pause', journey })));

program
  .command('resume')
  .description('let a paused journey go on')
  .argument('<journey>')
  .option(...STAGE)
  .action((journey: string, { stage }: { stage: string }) =>
    run(() => askStage(stage, { command: 'resume', journey })),
  );

program
  .command('paused')
  .description('list the journeys that are paused')
  .option(...STAGE)
  .action(({ stage }: { stage: string }) => run(() => askStage(stage, { command: 'paused' })));

program
  .command('export')
  .description('print everything held of one customer, as JSON')
  .argument('<customer>')
  .option(...STAGE)
  .action((customer: string, { stage }: { stage: string }) => run(() => exportCustomer(stage, customer)));

program
  .command('erase')
  .description('remove everything held of one customer, for good; what they are in ends')
  .argument('<customer>')
  .option(...STAGE)
  .requiredOption('--yes', 'it cannot be undone')
  .action((customer: string, { stage }: { stage: string }) =>
    run(() => eraseCustomer(stage, customer, { pause: () => setTimeout(5000), say: tell })),
  );

program
  .command('why')
  .description('explain each decision about a customer: what it rested on, and what would have changed it')
  .argument('<customer>')
  .option('--at <time>', 'only what was decided by then, and how it was then')
  .option('--json', 'one JSON document')
  .option(...STAGE)
  .action((customer: string, { stage, ...flags }: WhyFlags & { stage: string }) =>
    run(() => explainCustomer(stage, customer, flags)),
  );

program
  .command('redrive')
  .description('show what could not be taken and why; named, it goes back once more')
  .argument('[what]', 'rejects, intake, effects, stream or all; nothing is moved without')
  .option(...STAGE)
  .option('--reason <code>', 'only events refused for this reason, such as schema')
  .option('--dry-run', 'only show')
  .option('--discard', 'throw refused events away, instead of putting them back')
  .option('--yes', 'throw away for good')
  .action((what: string | undefined, flags: RedriveFlags) =>
    run(() => redrive(what, flags, { now: Date.now, say: tell })),
  );

await program.parseAsync();
