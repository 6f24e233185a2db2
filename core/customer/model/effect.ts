import type { MachineState, TaskAnswer } from '../../../language/catalogue/task.ts';

/** Start the machine of a journey; a second start of the same execution name changes nothing. */
export interface StartEffect {
  type: 'start';
  journey: string;
  execution: string;
  /** Of its commit, in milliseconds. */
  at: number;
  input: MachineState;
}

/** Answer every stored token of a step: with an answer, or with `NOT_HEARD` when there is none. */
export interface ResumeEffect {
  type: 'resume';
  enrolment: string;
  step: string;
  answer?: TaskAnswer;
}

/** End an execution that waits for time alone: of somebody who is erased it must not lie there for months. */
export interface StopEffect {
  type: 'stop';
  journey: string;
  execution: string;
}

/** Remove what is left of a customer whose item was emptied and marked at this time. */
export interface EraseEffect {
  type: 'erase';
  customer: string;
  /** Milliseconds since 1970, as the item's mark. */
  at: number;
}

export type Effect = StartEffect | ResumeEffect | StopEffect | EraseEffect;
