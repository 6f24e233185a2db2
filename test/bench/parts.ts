import type { Figure } from './figure.ts';
import { backtestFigures } from './figures/backtest.ts';
import { badDayFigures } from './figures/bad-days.ts';
import { bundleFigures } from './figures/bundles.ts';
import { consoleReadFigures } from './figures/console-reads.ts';
import { costFigures } from './figures/cost.ts';
import { deliverFigures } from './figures/deliver.ts';
import { gateFigures } from './figures/gate.ts';
import { journeyFigures } from './figures/journeys.ts';
import { languageFigures } from './figures/language.ts';
import { loopbackFigures } from './figures/loopback.ts';
import { sentimentFigures } from './figures/sentiment.ts';
import { synthFigures } from './figures/synth.ts';

/** What a part is told about this run. */
export interface Bench {
  /** Says how far it is, to whoever waits. */
  tell: (what: string) => void;
  /** How many events a backtest plays; each part has its own default. */
  events?: number;
  /** A folder of public texts; what it lacks is told and left out. */
  data?: string;
}

export type Part = (bench: Bench) => Promise<Figure[]>;

/** What `npm run bench` measures, in this order. */
export const PARTS: Record<string, Part> = {
  gate: gateFigures,
  journeys: journeyFigures,
  language: languageFigures,
  synth: synthFigures,
  bundles: bundleFigures,
  deliver: deliverFigures,
  cost: costFigures,
  'console-reads': consoleReadFigures,
  loopback: loopbackFigures,
  backtest: backtestFigures,
  sentiment: sentimentFigures,
  'bad-days': badDayFigures,
};
