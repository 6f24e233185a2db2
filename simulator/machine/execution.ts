import type { Machine } from '../../language/compile/asl.ts';

/** What an execution waits for. */
export type Waiting =
  | { kind: 'ready' }
  | { kind: 'until'; at: number }
  | {
      kind: 'task';
      resource: string;
      arguments: unknown;
      /** Of a task that is answered later, by whoever holds it. */
      token?: string;
      /** The call behind the token was made and did not fail. */
      submitted?: true;
      timeoutAt?: number;
      heartbeatAt?: number;
      /** Seconds between two signs of life. */
      heartbeat?: number;
    };

/** One run of a machine: plain JSON, so that it can be kept and taken up again. Times are milliseconds. */
export interface Execution {
  name: string;
  machine: string;
  input: unknown;
  startedAt: number;
  state: string;
  stateInput: unknown;
  enteredAt: number;
  variables: Record<string, unknown>;
  /** Attempts by each Retry of the current state, by its place in the list. */
  retries: Record<string, number>;
  status: 'running' | 'succeeded' | 'failed';
  waiting?: Waiting;
  output?: unknown;
  error?: string;
  cause?: string;
  endedAt?: number;
  /** States entered, and retries: what AWS bills. */
  transitions: number;
  /** History events, of which AWS allows 25,000. */
  history: number;
}

export interface Start {
  name: string;
  machine: string;
  input: unknown;
  now: number;
}

export const start = (definition: Machine, { name, machine, input, now }: Start): Execution => ({
  name,
  machine,
  input,
  startedAt: now,
  state: definition.StartAt,
  stateInput: input,
  enteredAt: now,
  variables: {},
  retries: {},
  status: 'running',
  waiting: { kind: 'ready' },
  transitions: 0,
  history: 1,
});

/** When `advance` has something to do by itself; undefined when only an answer can move the execution, or nothing. */
export const dueAt = ({ waiting, enteredAt }: Execution): number | undefined => {
  if (waiting?.kind === 'ready') return enteredAt;
  if (waiting?.kind === 'until') return waiting.at;
  if (waiting?.kind !== 'task') return undefined;
  const times = [waiting.timeoutAt, waiting.heartbeatAt].filter((at) => at !== undefined);
  return times.length > 0 ? Math.min(...times) : undefined;
};

/** Whether the execution waits for an answer to this token. */
export const awaits = ({ waiting }: Execution, token: string): boolean =>
  waiting?.kind === 'task' && waiting.token === token;
