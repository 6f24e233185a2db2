import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Day, Window } from '../../language/catalogue/policy.ts';
import { duration } from './tell.ts';

export const spreadInWords = ({ policy }: Pick<Catalogue, 'policy'>): string => {
  const spread = policy.quietHours?.spread ?? 0;
  return spread > 0 ? `, and for each customer up to ${duration(spread)} later, so that not all goes out at once` : '';
};

const DAYS: [Day, string][] = [
  ['mon', 'Monday'],
  ['tue', 'Tuesday'],
  ['wed', 'Wednesday'],
  ['thu', 'Thursday'],
  ['fri', 'Friday'],
  ['sat', 'Saturday'],
  ['sun', 'Sunday'],
];

/** `Monday to Friday`, or `Monday, Thursday`. */
const daysInWords = (days: readonly Day[]): string => {
  const at = DAYS.flatMap(([day], index) => (days.includes(day) ? [index] : []));
  const names = at.map((index) => DAYS[index]?.[1]);
  const isRun = at.length > 2 && at.every((index, place) => index === (at[0] ?? 0) + place);
  return isRun ? `${names[0]} to ${names.at(-1)}` : names.join(', ');
};

/** `from 09:00 to 12:00, Monday to Friday`. */
export const windowInWords = ({ from, to, days }: Window): string =>
  `from ${from} to ${to}${days ? `, ${daysInWords(days)}` : ''}`;

export const hoursChanged = "By today's policy the time of day was right: the policy has changed since.";
export const zoneUnknown = 'The record does not say whose hours counted.';
