import type { Slot } from '../../../language/draw/graph.ts';

/** As much of a step as its box shows. */
export interface DrawnStep {
  id: string;
  kind: string;
  /** In a few words, such as `wait 3 days`. */
  title: string;
  moment?: string | undefined;
  momentTitle?: string | undefined;
  branches: { label: string; steps: string[] }[];
}

/** `start`, `end` and `exit:0` stand for where a journey begins, is over, and is left. */
export interface DrawnEdge {
  from: string;
  to: string;
  label?: string | undefined;
  /** Where a step on it would be written; of a journey that one edits. */
  slot?: Slot | undefined;
}

/** A journey as one looks at it, published or being written. */
export interface Drawing {
  on: readonly string[];
  steps: readonly DrawnStep[];
  edges: readonly DrawnEdge[];
  exits: readonly { on: string }[];
}

export const edgeKey = ({ from, to, label = '' }: DrawnEdge): string => `${from}→${to}→${label}`;
