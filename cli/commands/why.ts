import type { JournalEntry } from '../../core/customer/model/journal.ts';
import type { CustomerRecord } from '../../core/explain/explain.ts';
import { type WhyAsked, why } from '../../core/explain/why.ts';
import { play } from '../../simulator/play.ts';
import { loadProject, type Project } from '../../simulator/project.ts';
import { inMemory } from '../../simulator/world/storage.memory.ts';
import { readHeld } from '../held/read-held.ts';
import { UsageError } from './errors.ts';
import type { Io } from './io.ts';
import { linesOf } from './lines-of.ts';
import { onStage } from './stage.ts';

export interface WhyFlags extends WhyAsked {
  dir: string;
  data: string;
  /** A file to play first, instead of the studio's data. */
  events?: string;
}

/** What a play of these events puts on record of a customer. */
const played = async (project: Project, file: string, customer: string, { err }: Io): Promise<CustomerRecord> => {
  const timeline: JournalEntry[] = [];
  const { world } = await play(project, await linesOf(file), {
    storage: inMemory({ history: false }),
    onEntry: (entry) => entry.customer === customer && timeline.push(entry),
    report: (error) => err(String(error)),
  });
  return { customer, timeline, state: await world.customer(customer) };
};

/** Explains each decision about a customer: from the studio's data, or from events that are played first. */
export const explainCustomer = async (customer: string, flags: WhyFlags, io: Io): Promise<number> => {
  const { dir, data, events, ...asked } = flags;
  const project = await loadProject(dir);
  const record =
    events === undefined ? await readHeld({ data }, customer) : await played(project, events, customer, io);
  const { ok, lines } = why(record, project.catalogue, asked);
  if (!ok) throw new UsageError(lines.join('\n'));
  for (const line of lines) io.out(line);
  return 0;
};

/** The same on a deployed stage, by what is deployed there. */
export const whyOnStage = (customer: string, { stage, at, json }: WhyAsked & { stage?: string }): Promise<number> =>
  onStage([
    'why',
    ...(stage === undefined ? [] : ['--stage', stage]),
    ...(at === undefined ? [] : ['--at', at]),
    ...(json ? ['--json'] : []),
    '--',
    customer,
  ]);
