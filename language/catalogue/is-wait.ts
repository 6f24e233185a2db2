import type { RunStep } from './step.ts';

/** Whether a step ends by time alone. */
export const isWait = (step: RunStep | undefined): boolean => step?.kind === 'wait' || step?.kind === 'wait-until';
