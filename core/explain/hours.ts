import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Window } from '../../language/catalogue/policy.ts';
import { duration } from './tell.ts';

export const spreadInWords = ({ policy }: Pick<Catalogue, 'policy'>): string => {
  const spread = policy.quietHours?.spread ?? 0;
  return spread > 0 ? `, and for each customer up to ${duration(spread)} later, so that not all goes out at once` : '';
};

/** `from 09:00 to 12:00 on mon, tue`. */
export const windowInWords = ({ from, to, days }: Window): string =>
  `from ${from} to ${to}${days ? ` on ${days.join(', ')}` : ''}`;

export const hoursChanged = "By today's policy the time of day was right: the policy has changed since.";
export const zoneUnknown = 'The record does not say whose hours counted.';
