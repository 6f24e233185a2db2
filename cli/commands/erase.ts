import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import type { DeclareCommand } from '../command.ts';
import { eraseFromLocalWorld } from '../console/customer-data.ts';
import { confirm } from '../input/confirm.ts';
import { type SourceFlags, sourceOptions } from '../options.ts';
import type { Output } from '../output.ts';
import { printAnswer } from '../stage/ask-stage.ts';
import { eraseFromStage } from '../stage/erase-customer.ts';

interface EraseFlags extends SourceFlags {
  yes?: boolean;
}

/** Between two looks at an erasure that is under way. */
const pause = (): Promise<void> => setTimeout(5000);

/** Removes everything held of one customer, from a stage or from the local world. */
const erase = async (customer: string, { stage, data, yes }: EraseFlags, output: Output): Promise<number> => {
  const who = JSON.stringify(customer);
  const where = stage === undefined ? `the local data in ${data}` : `the stage ${stage}`;
  await confirm(`Erase ${who} from ${where}? It cannot be undone.`, yes);
  if (stage !== undefined)
    return printAnswer(await eraseFromStage(stage, customer, { pause, say: output.err }), output);
  eraseFromLocalWorld(data, customer);
  output.out(`Nothing is held of ${who} in ${data} any more.`);
  return 0;
};

export const eraseCommand: DeclareCommand = ({ output, run }) => {
  const [stage, data] = sourceOptions();
  return new Command('erase')
    .description('remove everything held of one customer, for good; what they are in ends')
    .argument('<customer>')
    .addOption(stage)
    .addOption(data)
    .option('--yes', 'do not ask')
    .action(run((customer: string, flags: EraseFlags) => erase(customer, flags, output)));
};
