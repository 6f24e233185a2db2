import { Command, Option } from 'commander';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import type { CustomerRecord } from '../../core/explain/explain.ts';
import { why } from '../../core/explain/why.ts';
import { play } from '../../simulator/play.ts';
import type { Project } from '../../simulator/project.ts';
import { inMemory } from '../../simulator/world/storage.memory.ts';
import type { DeclareCommand } from '../command.ts';
import { readFromLocalWorld } from '../console/customer-data.ts';
import { readEventLines } from '../input/event-lines.ts';
import { type DirFlag, dirOption, type SourceFlags, sourceOptions } from '../options.ts';
import type { Output } from '../output.ts';
import { loadAndSay } from '../runnable.ts';
import { printAnswer } from '../stage/ask-stage.ts';
import { explainOnStage } from '../stage/explain-customer.ts';

interface WhyFlags extends DirFlag, SourceFlags {
  at?: string;
  json?: boolean;
  /** A file to play first, instead of the local world's data. */
  events?: string;
}

/** What a play of these events puts on record of a customer. */
const playFor = async (customer: string, project: Project, file: string, { err }: Output): Promise<CustomerRecord> => {
  const timeline: JournalEntry[] = [];
  const { lines } = await readEventLines(file, err);
  const { world } = await play(project, lines, {
    storage: inMemory({ history: false }),
    onEntry: (entry) => timeline.push(entry),
    report: (error) => err(String(error)),
  });
  const ids = new Set(await world.idsOf(customer));
  const own = timeline.filter((entry) => entry.customer !== undefined && ids.has(entry.customer));
  return { customer, timeline: own, state: await world.customer(customer) };
};

/** Explains each decision about a customer: on a stage, from the local world's data, or from events that are played first. */
export const explainCustomer = async (customer: string, flags: WhyFlags, output: Output): Promise<number> => {
  const { stage, dir, data, events } = flags;
  if (stage !== undefined) return printAnswer(await explainOnStage(stage, customer, flags), output);
  const { project } = await loadAndSay(dir, output.err);
  const record =
    events === undefined ? readFromLocalWorld(data, customer) : await playFor(customer, project, events, output);
  return printAnswer(why(record, project.catalogue, flags), output);
};

export const whyCommand: DeclareCommand = ({ output, run }) => {
  const [stage, data] = sourceOptions();
  return new Command('why')
    .description('explain each decision about a customer: what it rested on, and what would have changed it')
    .argument('<customer>')
    .option(
      '--at <time>',
      'only what was decided by then, and how it was then: 2026-03-11, "2026-03-11 10:00", 2026-03-11T09:00:00Z',
    )
    .addOption(stage)
    .addOption(data)
    .addOption(
      new Option('--events <events.ndjson>', 'play these events first, instead of reading any data').conflicts([
        'stage',
        'data',
      ]),
    )
    .addOption(dirOption().conflicts('stage'))
    .option('--json', 'one JSON document')
    .action(run((customer: string, flags: WhyFlags) => explainCustomer(customer, flags, output)));
};
