import type { MachineState, TaskAnswer } from '../../language/catalogue/task.ts';

/** Start the machine of a journey; a second start of the same execution name changes nothing. */
export interface StartEffect {
  type: 'start';
  journey: string;
  execution: string;
  input: MachineState;
}

/** Answer every stored token of a step: with an answer, or with `NOT_HEARD` when there is none. */
export interface ResumeEffect {
  type: 'resume';
  enrolment: string;
  step: string;
  answer?: TaskAnswer;
}

export type Effect = StartEffect | ResumeEffect;
