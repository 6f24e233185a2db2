import { reasonInWords } from '../../core/explain/words/reason.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { type JourneyCounts, noCounts, type Totals } from '../../simulator/summary.ts';

/** All counts together. */
export const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);

const day = (at: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at));

export const COLUMNS = ['entered', 'sent', 'held', 'not sent', 'to a person', 'goals'];

/** The figures of a journey, in the order of COLUMNS; a journey without a goal has none. */
export const figures = (counts: JourneyCounts, hasGoal = true): string[] => {
  const { entered, sent, held, suppressed, toPerson, goals } = counts;
  return [entered, sent, held, sum(suppressed), toPerson].map(String).concat(hasGoal ? String(goals) : '–');
};

/** The most frequent first. */
export const inOrder = (counts: Record<string, number>): [string, number][] =>
  Object.entries(counts).sort(([a, x], [b, y]) => y - x || a.localeCompare(b));

export const together = (all: JourneyCounts[]): JourneyCounts => {
  const total = noCounts();
  for (const counts of all) {
    for (const name of ['entered', 'sent', 'held', 'toPerson', 'goals'] as const) total[name] += counts[name];
    for (const [reason, count] of Object.entries(counts.suppressed)) {
      total.suppressed[reason] = (total.suppressed[reason] ?? 0) + count;
    }
  }
  return total;
};

/** The summary as a marketer reads it: totals first, then each journey with its reasons. */
export const summaryLines = ({ from, to, customers, journeys, rejected }: Totals, catalogue: Catalogue): string[] => {
  if (from === undefined || to === undefined) return ['Nothing has happened yet.'];
  const ids = Object.keys(journeys).sort();
  const title = (id: string): string => catalogue.journeys[id]?.title ?? id;
  const width = Math.max(10, ...ids.map((id) => title(id).length));
  const row = (name: string, cells: string[]): string =>
    `${name.padEnd(width)} ${cells.map((cell, at) => cell.padStart((COLUMNS[at] ?? '').length + 2)).join('')}`;
  const hasGoal = (id: string): boolean => catalogue.journeys[id]?.goal !== undefined;
  const all = ids.map((id) => journeys[id] as JourneyCounts);
  return [
    `${day(from)} to ${day(to)}, ${customers} customers`,
    '',
    row('', COLUMNS),
    ...ids.map((id) => row(title(id), figures(journeys[id] as JourneyCounts, hasGoal(id)))),
    row('Together', figures(together(all))),
    ...ids.flatMap((id) => ['', title(id), ...reasons(journeys[id] as JourneyCounts, catalogue)]),
    ...(sum(rejected) > 0 ? ['', `Events not taken: ${sum(rejected)}`, ...reasonLines(rejected, catalogue)] : []),
  ];
};

const reasonLines = (counts: Record<string, number>, catalogue: Catalogue): string[] =>
  inOrder(counts).map(([reason, count]) => `  ${String(count).padStart(5)}  ${reasonInWords(reason, catalogue)}`);

const reasons = (counts: JourneyCounts, catalogue: Catalogue): string[] => {
  const { control, withheld, gestures, ended, failed, heldFor, suppressed } = counts;
  const say = (count: number, words: string): string[] => (count > 0 ? [`  ${words}: ${count}`] : []);
  const why = (words: string, of: Record<string, number>): string[] =>
    sum(of) > 0 ? [`  ${words}`, ...reasonLines(of, catalogue)] : [];
  return [
    ...why('held, and how often for what', heldFor),
    ...why('not sent, because', suppressed),
    ...say(gestures, 'gestures made, such as points or a credit'),
    ...say(control, 'in the control group, to compare'),
    ...say(withheld, 'messages the control group did not get'),
    ...say(ended, 'messages whose series was over before they went out'),
    ...say(failed, 'messages refused or unsure'),
  ];
};
