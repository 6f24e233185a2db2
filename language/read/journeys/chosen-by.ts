import type { Provenance } from '../../catalogue/event.ts';

/** A fact that chose who goes this way, where it is one that has to be accounted for. */
export interface ChosenBy {
  provenance: readonly Provenance[];
  /** Only care may follow it. */
  isSensitive: boolean;
}

/** `customer.company`, or the type of a sensitive event, to what it is. */
export type Chosen = ReadonlyMap<string, ChosenBy>;
