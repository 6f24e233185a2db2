import type { Evidence } from './journal.ts';
import type { KeptEvidence } from './known.ts';

/** A piece of evidence as it is told: without what only the item needs. */
export const asTold = ({ at, event, value, because }: KeptEvidence): Evidence => ({ at, event, value, because });
