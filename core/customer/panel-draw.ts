import { DAY, HOUR } from '../../language/catalogue/milliseconds.ts';
import type { PanelDraw } from '../../language/catalogue/panel.ts';
import { hashFraction } from '../hash.ts';

/** The first Monday of 1970, at nine: weeks of a panel begin so, by UTC, unless a pace makes days meaningless. */
const MONDAY = 4 * DAY + 9 * HOUR;

/** The number of the week that an instant, in milliseconds, is in. */
export const panelWeek = ({ week, fromMonday }: PanelDraw, at: number): number =>
  Math.floor((at - (fromMonday ? MONDAY : 0)) / (week * 1000));

/** When a week begins, in milliseconds. */
export const panelWeekBegins = ({ week, fromMonday }: PanelDraw, number: number): number =>
  number * week * 1000 + (fromMonday ? MONDAY : 0);

/** Whether a customer is among those who are drawn in the week of an instant: always the same, whoever asks and whenever. */
export const isDrawn = (customer: string, draw: PanelDraw, at: number): boolean =>
  hashFraction(JSON.stringify(['panel', customer, panelWeek(draw, at)])) < draw.share;
