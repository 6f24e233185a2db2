import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import type { Priority } from '../model/priority.ts';

/** What is known of a customer who needs a person. */
export interface Need {
  /** Of what happened, 0 to 1. */
  severity?: number | undefined;
  mood: 'negative' | 'neutral' | 'positive';
  /** In days. */
  tenure?: number | undefined;
}

const YEAR = 365;

/** So much earlier is work done, in milliseconds: for what happened, for how they feel, and for how long they have been with us. */
const LEADS = { severity: DAY, negative: DAY, year: 2 * HOUR, years: 5 };

const leadOf = ({ severity = 0, mood, tenure = 0 }: Need): number =>
  severity * LEADS.severity +
  (mood === 'negative' ? LEADS.negative : 0) +
  Math.floor(Math.min(Math.max(tenure, 0) / YEAR, LEADS.years)) * LEADS.year;

/**
 * When work would be due if all were needed alike, in milliseconds: who is hurt, angry or long with us comes before whose time is as
 * short. The time left counts the same for all, so that an order by it holds at any time.
 */
export const rankOf = (due: number, need: Need): number => Math.round(due - leadOf(need));

/** In words, at a time: by what is left of its rank. */
export const priorityOf = (rank: number, now: number): Priority => {
  const left = rank - now;
  if (left <= 4 * HOUR) return 'urgent';
  if (left <= DAY) return 'high';
  return left <= 3 * DAY ? 'normal' : 'low';
};
