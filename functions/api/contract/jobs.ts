import * as z from 'zod';
import { Instant, Name, Person, Problem } from './common.ts';
import { route } from './route.ts';

/** Work that goes on; ask for it by its job. */
export const StartedJob = z.strictObject({ job: z.string() }).meta({ id: 'StartedJob' });

export const Job = z
  .strictObject({
    job: z.string(),
    kind: z.enum(['scenarios', 'play', 'backtest', 'publish', 'rollback']),
    state: z.enum(['running', 'done', 'failed']),
    /** `step` says what is being done, such as a step of publishing. */
    progress: z.strictObject({ done: z.number().int(), total: z.number().int(), step: z.string().optional() }),
    by: Person,
    startedAt: Instant,
    endedAt: Instant.optional(),
    /** Why it failed. */
    problem: Problem.optional(),
    /** Of one that is done, by its kind: ScenariosResult, PlayResult, BacktestResult, PublishResult. */
    result: z.unknown().optional(),
  })
  .meta({ id: 'Job' });
export type Job = z.infer<typeof Job>;

export const jobRoutes = {
  readJob: route({
    says: 'How far work is, and what came of it.',
    params: z.strictObject({ job: Name }),
    answer: Job,
  }),
};
