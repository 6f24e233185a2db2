import { DAY } from '../../language/catalogue/milliseconds.ts';
import { type Days, dayOf } from '../shared/stores/counts.ts';

/** So many days that end with the day of an instant. */
export const lastDays = (at: number, days: number): Days => ({ from: dayOf(at - (days - 1) * DAY), to: dayOf(at) });

/** So many days that begin with the day of an instant. */
export const nextDays = (at: number, days: number): Days => ({ from: dayOf(at), to: dayOf(at + (days - 1) * DAY) });
