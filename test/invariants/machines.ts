import type { TaskAnswer } from '../../language/catalogue/task.ts';
import { SCRIPTS } from './story.ts';

type Mode = 'send' | 'park' | 'later' | 'listen' | 'decide' | 'emit' | 'finish';

/** One execution, as Step Functions would run the machine that is compiled of a script. */
export interface Execution {
  name: string;
  journey: string;
  enrolment: string;
  phase: string;
  line: number;
  mode: Mode;
  parks: number;
  open: boolean;
  /** Of the attempt that it waits for; answers of others are not heard. */
  attempt: number;
  token?: string;
  /** When a Wait or a token task is over by itself. */
  wakesAt?: number;
  retries: number;
}

export type Task = Record<string, unknown> & { task: string; enrolment: string; step: string };

export const lineOf = ({ journey, phase, line }: Execution) => SCRIPTS[journey]?.[phase]?.[line];

const FIRST: Record<string, Mode> = { send: 'send', listen: 'listen', emit: 'emit' };

/** The state a machine enters with its line. */
export const firstMode = (execution: Execution): Mode => FIRST[lineOf(execution)?.task ?? ''] ?? 'finish';

/** What the machine asks a function for in the state that it is in. */
export const taskOf = (execution: Execution): Task => {
  const { journey, enrolment, phase, mode, parks, token } = execution;
  const at = { customer: 'ada', journey, enrolment, phase, facts: [] };
  const line = lineOf(execution);
  if (mode === 'finish' || !line) return { ...at, task: 'finish', step: 'finish' };
  if (line.task === 'send') {
    const asked = { ...at, ...line, parks, maxParks: 60 };
    return mode === 'park' ? { ...asked, task: 'park', token } : asked;
  }
  if (line.task === 'emit') return { ...at, ...line };
  const { within: _, ...listening } = line;
  return mode === 'decide' ? { ...at, ...listening, task: 'decide' } : { ...at, ...listening, token };
};

export type Move = { to: 'next' } | { to: 'done' } | { to: Mode; wakesAt?: number; parks?: number };

/** Where an answer leads. */
export const moveOf = (execution: Execution, { outcome, seconds = 0, parks = 0 }: TaskAnswer, now: number): Move => {
  const line = lineOf(execution);
  if (execution.mode === 'finish' || outcome === 'ended') return { to: 'done' };
  if (outcome === 'held') return { to: 'park', wakesAt: now + seconds * 1000, parks };
  if (outcome === 'later') return { to: 'later', wakesAt: now + seconds * 1000, parks };
  // A step that ends the enrolment in its own commit leads to the end of the machine.
  return line && 'ends' in line && line.ends ? { to: 'done' } : { to: 'next' };
};
