import { Command } from 'commander';
import type { DeclareCommand } from '../command.ts';
import { type SourceFlags, sourceOptions } from '../options.ts';
import type { Output } from '../output.ts';
import { readCustomerData } from '../read-customer-data.ts';

/** Prints everything held of one customer. */
const exportCustomer = async (customer: string, source: SourceFlags, { out }: Output): Promise<number> => {
  out(JSON.stringify(await readCustomerData(source, customer), null, 2));
  return 0;
};

export const exportCommand: DeclareCommand = ({ output, run }) => {
  const [stage, data] = sourceOptions();
  return new Command('export')
    .description('print everything held of one customer, as JSON')
    .argument('<customer>')
    .addOption(stage)
    .addOption(data)
    .action(run((customer: string, source: SourceFlags) => exportCustomer(customer, source, output)));
};
