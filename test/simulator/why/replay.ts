import { readFileSync } from 'node:fs';
import type { Assignment } from '../../../core/customer/draft.ts';
import type { DecisionEntry, JournalEntry } from '../../../core/customer/model/journal.ts';
import { type Explanation, explain } from '../../../core/explain/explain.ts';
import type { ChannelAdapter } from '../../../functions/deliver/channel.ts';
import { play } from '../../../simulator/play.ts';
import { loadProject, type Project } from '../../../simulator/project.ts';

export interface Line {
  id: string;
  'detail-type': string;
  time: string;
  detail: Record<string, unknown>;
}

/** A world in which one thing is otherwise. */
export interface Otherwise {
  lines?: (lines: Line[]) => Line[];
  project?: (project: Project) => Project;
  draw?: Assignment;
  channel?: ChannelAdapter;
}

const read = (file: string): Line[] =>
  readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as Line]));

export const project = await loadProject('workflows');

/** The shipped quarter. */
export const quarter = read('simulator/quarter/events.ndjson');

/** The same by customer: nobody's decisions depend on another. */
export const people: ReadonlyMap<string, Line[]> = Map.groupBy(
  quarter.filter(({ detail }) => typeof detail.customerId === 'string'),
  ({ detail }) => String(detail.customerId),
);

/** What happens to one customer, with nothing or one thing otherwise. */
const replay = async (customer: string, otherwise: Otherwise = {}) => {
  const timeline: JournalEntry[] = [];
  const { lines = (all: Line[]) => all, project: change = (one: Project) => one, ...options } = otherwise;
  const changed = change(project);
  const { world } = await play(
    changed,
    lines(people.get(customer) ?? []).map((line) => JSON.stringify(line)),
    { ...options, onEntry: (entry) => timeline.push(entry) },
  );
  return { customer, timeline, state: await world.customer(customer), project: changed };
};

export const explained = async (customer: string, otherwise?: Otherwise): Promise<Explanation[]> => {
  const { project: by, ...record } = await replay(customer, otherwise);
  return explain(record, by.catalogue, { zone: 'UTC' }).decisions;
};

/** What stood about a step at the time of a decision: the last word on it by then. */
export const standing = (all: Explanation[], { enrolment, step, at }: DecisionEntry): DecisionEntry | undefined =>
  all.findLast(({ decision }) => decision.enrolment === enrolment && decision.step === step && decision.at <= at)
    ?.decision;
