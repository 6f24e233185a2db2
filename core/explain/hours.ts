import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { duration } from './tell.ts';

export const spreadInWords = ({ policy }: Pick<Catalogue, 'policy'>): string => {
  const spread = policy.quietHours?.spread ?? 0;
  return spread > 0 ? `, and for each customer up to ${duration(spread)} later, so that not all goes out at once` : '';
};

export const hoursChanged = "By today's policy the time of day was right: the policy has changed since.";
export const zoneUnknown = 'The record does not say whose hours counted.';
