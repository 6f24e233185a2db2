import type { PromiseStatus } from '../../core/customer/model/promise.ts';
import type { Count } from './stores/counts.ts';

const NAMES = {
  made: 'made',
  'due-soon': 'dueSoon',
  kept: 'kept',
  broken: 'broken',
  'kept-late': 'keptLate',
  released: 'released',
} as const satisfies Record<PromiseStatus, string>;

/** What became in some days of what a moment promised. */
export type PromiseFigures = { moment: string } & Record<(typeof NAMES)[PromiseStatus], number>;

const isStatus = (value: string): value is PromiseStatus => Object.hasOwn(NAMES, value);

/** By moment, in the order of their names, from what was counted of no journey. */
export const promiseFigures = (rows: readonly Count[]): PromiseFigures[] => {
  const figures = new Map<string, PromiseFigures>();
  for (const { kind, step: moment, value, count } of rows) {
    if (kind !== 'promise' || !isStatus(value)) continue;
    const none = { made: 0, dueSoon: 0, kept: 0, broken: 0, keptLate: 0, released: 0 };
    const one = figures.get(moment) ?? { moment, ...none };
    one[NAMES[value]] += count;
    figures.set(moment, one);
  }
  return [...figures.values()].toSorted((one, other) => (one.moment < other.moment ? -1 : 1));
};

const COLUMNS: [heading: string, value: (figures: PromiseFigures) => number][] = [
  ['promised', ({ made }) => made],
  ['kept', ({ kept }) => kept],
  ['broken', ({ broken }) => broken],
  ['kept late', ({ keptLate }) => keptLate],
];

/** The same as a table for people. */
export const promiseLines = (figures: readonly PromiseFigures[]): string[] => {
  if (figures.length === 0) return ['Nothing was promised in these days.'];
  const widest = Math.max('moment'.length, ...figures.map(({ moment }) => moment.length));
  const row = (first: string, cells: string[]): string => first.padEnd(widest) + cells.join('');
  return [
    row(
      'moment',
      COLUMNS.map(([heading]) => heading.padStart(11)),
    ),
    ...figures.map((one) =>
      row(
        one.moment,
        COLUMNS.map(([, value]) => String(value(one)).padStart(11)),
      ),
    ),
  ];
};
