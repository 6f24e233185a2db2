import type { BacktestResult } from '../../../functions/api/contract/drafts.ts';
import { capital } from './capital.ts';

/** How often something came of a journey, as it went and as it would have gone. */
export interface BacktestLine {
  key: string;
  title: string;
  outcome: string;
  before: number;
  after: number;
}

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
