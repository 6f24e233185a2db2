import type { Names, Typed } from './typed.ts';

/** What an expression may name. */
export interface Scope {
  /** `event`, `heard`, `customer`, each with its fields. */
  roots: ReadonlyMap<string, Names>;
  /** Names that stand alone: the fields of an event, in events.yaml. */
  bare?: Names;
  /** Why a name that one might expect is not there: `event.plan` to a sentence. */
  lacking?: ReadonlyMap<string, string>;
  /** Roots of which nothing can be said, as what they come from is not known. */
  uncertain?: ReadonlySet<string>;
  /** The envelope of another system: its own names, below which anything may be; 'any' inside of a value of theirs. */
  foreign?: Names | 'any';
}

/** What JSONata's own parser answers. */
export interface Node {
  type: string;
  value?: unknown;
  steps?: Node[];
  stages?: unknown;
  predicate?: unknown;
  group?: unknown;
  /** Of `{…}`: pairs of nodes. */
  lhs?: Node;
  rhs?: Node;
  expression?: Node;
  expressions?: Node[];
  condition?: Node;
  then?: Node;
  else?: Node;
  procedure?: Node;
  arguments?: Node[];
}

export interface Context {
  scope: Scope;
  fault: (message: string) => void;
}

export type Infer = (node: Node, context: Context) => Typed | undefined;
