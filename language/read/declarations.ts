import type { Definitions } from '../catalogue/definition.ts';
import type { Gestures } from '../catalogue/gesture.ts';
import type { Policy } from '../catalogue/policy.ts';
import type { Typed } from './expressions/typed.ts';
import type { Source } from './yaml/source.ts';

export type EventDefinition = Definitions['events'][string];

/** What events say about an attribute of customers. */
export interface Attribute {
  typed: Typed;
  /** Event type to whether it always sets it. */
  setBy: Map<string, boolean>;
}

/** All that other files refer to. Names are there even when what they name could not be read. */
export interface Declarations {
  events: ReadonlyMap<string, EventDefinition>;
  eventNames: ReadonlySet<string>;
  /** Every event could be read: what is not known is not there. */
  complete: boolean;
  attributes: ReadonlyMap<string, Attribute>;
  policy?: Policy;
  policySource?: Source;
  topics?: ReadonlySet<string>;
  /** gestures.yaml, which a project may do without. */
  gestures?: Gestures;
  gesturesSource?: Source;
}
