import { setImmediate } from 'node:timers/promises';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import { titleOf } from '../../../core/explain/words/decision.ts';
import { play } from '../../../simulator/play.ts';
import type { Project } from '../../../simulator/project.ts';
import { inMemory } from '../../../simulator/world/storage.memory.ts';
import type { BacktestResult } from '../contract/drafts.ts';
import { bareReason } from '../figures.ts';
import type { OnProgress, Past } from '../ports.ts';

type Counts = Record<string, number>;

/** What became of everybody: by journey, and by customer. */
interface Became {
  journeys: Record<string, Counts>;
  people: Map<string, string[]>;
}

const outcomeOf = (entry: JournalEntry): { journey: string; outcome: string; what: string } | undefined => {
  if (entry.kind === 'entered') return { journey: entry.journey, outcome: 'entered', what: `entered ${entry.journey}` };
  if (entry.kind !== 'decision') return undefined;
  const { journey, outcome, reason, moment } = entry;
  const isSaid = outcome === 'held' || outcome === 'suppressed';
  return {
    journey,
    outcome: isSaid ? `${outcome}:${bareReason(reason)}` : outcome,
    what: `${outcome} ${moment}`,
  };
};

/** People are named up to so many. */
const NAMED = 200;
/** Requests are heard between so many lines. */
const BREATH = 25;

/** How many lines were read: calls back now and then, and lets others have a turn. */
async function* counted(lines: readonly string[], onLine: (done: number) => void): AsyncGenerator<string> {
  for (const [done, line] of lines.entries()) {
    if (done % BREATH === 0) {
      onLine(done);
      await setImmediate();
    }
    yield line;
  }
}

const became = async (
  project: Project,
  { lines, people: firstPeople }: Past,
  until: number,
  onLine: (done: number) => void,
): Promise<Became> => {
  const journeys: Became['journeys'] = {};
  const people: Became['people'] = new Map();
  await play(project, counted(lines, onLine), {
    storage: inMemory({ history: false }),
    people: firstPeople,
    until,
    onEntry: (entry) => {
      const result = outcomeOf(entry);
      if (!result || entry.customer === undefined) return;
      const { journey, outcome, what } = result;
      const counts = journeys[journey] ?? {};
      journeys[journey] = { ...counts, [outcome]: (counts[outcome] ?? 0) + 1 };
      people.set(entry.customer, [...(people.get(entry.customer) ?? []), what]);
    },
  });
  return { journeys, people };
};

export interface BacktestGiven extends Past {
  before: Project;
  after: Project;
  from: number;
  to: number;
}

/**
 * How events of the past would have gone by other workflows, beside how they go by those of before. When they begin, people are
 * known as they are today, and nobody is under way.
 */
export const backtest = async (
  { before, after, from, to, ...past }: BacktestGiven,
  onProgress: OnProgress,
): Promise<BacktestResult> => {
  const { lines, share } = past;
  const total = lines.length * 2;
  const until = to - from;
  const then = await became(before, past, until, (done) => onProgress({ done, total }));
  const now = await became(after, past, until, (done) => onProgress({ done: lines.length + done, total }));
  const customers = new Set([...then.people.keys(), ...now.people.keys()]);
  const differing = [...customers].filter(
    (customer) => (then.people.get(customer) ?? []).join('\n') !== (now.people.get(customer) ?? []).join('\n'),
  );
  const journeys = new Set([...Object.keys(then.journeys), ...Object.keys(now.journeys)]);
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    events: lines.length,
    customers: customers.size,
    ...(share !== undefined && share < 1 && { share }),
    journeys: [...journeys].toSorted().map((journey) => ({
      journey,
      title: titleOf(journey, after.catalogue.journeys[journey] ? after.catalogue : before.catalogue),
      before: then.journeys[journey] ?? {},
      after: now.journeys[journey] ?? {},
    })),
    differing: differing.length,
    people: differing.slice(0, NAMED).map((customer) => ({
      customer,
      before: then.people.get(customer) ?? [],
      after: now.people.get(customer) ?? [],
    })),
  };
};
