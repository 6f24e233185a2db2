import { type Progress, PublishFailed, type PublishStep } from './request.ts';

interface Tells<Answer> {
  /** A sentence about what came of the step. */
  tell?: (answer: Answer) => string;
}

/** Takes one step after the other, and reports each. */
export interface Stepper {
  /** Throws PublishFailed, whatever the step throws. */
  take<Answer>(
    step: PublishStep,
    act: (progress: (done: Pick<Progress, 'done' | 'of'>) => void) => Promise<Answer>,
    tells?: Tells<Answer>,
  ): Promise<Answer>;
}

const asFailure = (step: PublishStep, error: unknown): PublishFailed =>
  error instanceof PublishFailed
    ? error
    : new PublishFailed(step, error instanceof Error ? error.message : String(error), { cause: error });

export const createStepper = (report: (progress: Progress) => void): Stepper => ({
  take: async (step, act, { tell } = {}) => {
    report({ step, state: 'begun' });
    try {
      const answer = await act((counted) => report({ step, state: 'begun', ...counted }));
      report({ step, state: 'done', ...(tell && { detail: tell(answer) }) });
      return answer;
    } catch (error) {
      const failure = asFailure(step, error);
      report({ step, state: 'failed', detail: failure.message });
      throw failure;
    }
  },
});
