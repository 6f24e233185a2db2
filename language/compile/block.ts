import type { Step } from '../catalogue/definition.ts';
import type { State } from './asl.ts';
import type { Scope } from './task-state.ts';

/** Where every run ends: it must wait, or is over. */
export const END = 'End';

/** The state that looks at the answer to a step's task. */
export const answerState = (step: string): string => `${step} answer`;

/** Letters that AWS allows in the name of a state. */
export const LONGEST_NAME = 80;

/** States in the order of writing, and the one to enter them by. */
export interface Block {
  entry: string;
  states: [string, State][];
}

/** What a step is compiled for, and where it leads. */
export interface Onward {
  scope: Scope;
  next: string;
}

/** Compiles steps that lead to the state named. */
export type CompileInner = (steps: Step[], next: string) => Block;
