import { digest } from '../../hash.ts';

/** In hexadecimal digits: of all events about everyone of a stage no two are the same. */
const LENGTH = 16;

/** What an item keeps of the event about everyone that something of it comes of: short, and of one size. */
export const crowdId = (broadcast: string): string => digest([broadcast], LENGTH);
