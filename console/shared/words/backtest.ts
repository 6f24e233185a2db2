import type { BacktestResult } from '../../../functions/api/contract/drafts.ts';
import { capital } from './capital.ts';
import { count, number } from './count.ts';

/** How often something came of a journey, as it went and as it would have gone. */
export interface BacktestLine {
  key: string;
  title: string;
  outcome: string;
  before: number;
  after: number;
}

/** Whose events were tried: `1,204 events of 87 customers, a sample of 1 customer in 20`. */
export const triedInWords = ({
  events,
  customers,
  share,
}: Pick<BacktestResult, 'events' | 'customers' | 'share'>): string => {
  const all = `${count(events, 'event')} of ${count(customers, 'customer')}`;
  if (share === undefined) return all;
  return share > 0 ? `${all}, a sample of 1 customer in ${number(Math.max(2, Math.round(1 / share)))}` : all;
};

/** What a backtest found different, journey by journey; an outcome as it is put into words. */
export const backtestLines = ({ journeys }: BacktestResult, inWords: (outcome: string) => string): BacktestLine[] =>
  journeys.flatMap(({ journey, title, before, after }) =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .map((outcome) => ({
        key: `${journey} ${outcome}`,
        title,
        outcome: capital(inWords(outcome)),
        before: before[outcome] ?? 0,
        after: after[outcome] ?? 0,
      }))
      .filter((line) => line.before !== line.after),
  );
