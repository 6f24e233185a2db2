import type { Basis } from '../customer/model/journal.ts';
import { iso } from '../time/instant.ts';
import type { DecidedMoment } from './row.ts';

/** How often they had asked to hear from us. */
export const basisOfFrequency = ({ state: { frequency } }: DecidedMoment): Basis =>
  frequency ? { frequency: { choice: frequency.choice, at: iso(frequency.at) } } : {};
