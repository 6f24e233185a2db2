import type { Execution } from '../machine/execution.ts';

/** Port: the executions of a world. */
export interface Executions {
  get(name: string): Execution | undefined;
  save(execution: Execution): void;
  waitingFor(token: string): Execution | undefined;
  /** The next one that time moves on: the earliest, of two at one time the one that was saved first. */
  nextDue(): { name: string; at: number } | undefined;
  /** How many run. */
  running(): number;
}

/** The token that an execution waits for. */
export const tokenOf = ({ waiting }: Execution): string | undefined =>
  waiting?.kind === 'task' ? waiting.token : undefined;
