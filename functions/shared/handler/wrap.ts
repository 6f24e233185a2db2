import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type { MetricCounter } from './metric-counter.ts';
import { type Clients, traced } from './trace.ts';

export interface Around {
  service: string;
  env: Record<string, string | undefined>;
  log: Logger;
  metrics: MetricCounter;
  clients: Clients;
}

/** A failure as Lambda may print it and Step Functions may keep it: the error's name, and nothing that it quotes. */
const withoutWords = (error: Error, requestId: string): Error => {
  const bare = new Error(`${error.name}. The log of request ${requestId} says where.`);
  bare.name = error.name;
  bare.stack = `${bare.name}: ${bare.message}`;
  return bare;
};

/** Counts what of a batch comes back, which is no failed call: of the function, and of the version of its code, so that a new one that fails is told from the one before. */
const countReturned =
  ({ service, env, metrics }: Pick<Around, 'service' | 'env' | 'metrics'>) =>
  ({ response }: { response: unknown }): void => {
    const { batchItemFailures } = (response ?? {}) as { batchItemFailures?: unknown[] };
    const Version = env.AWS_LAMBDA_FUNCTION_VERSION ?? '$LATEST';
    for (const _ of batchItemFailures ?? []) {
      metrics.count('Returned', { Function: service });
      metrics.count('Returned', { Function: service, Version });
    }
  };

/** What every function of ours has around it: log context, trace, counts, and failures that tell nothing personal. */
export const wrap = <Answer>(
  handle: (event: unknown, context: Context) => Promise<Answer>,
  { service, env, log, metrics, clients }: Around,
) =>
  middy()
    .use({
      onError: (request) => {
        const error =
          request.error instanceof Error ? request.error : new Error('Something that is no error was thrown');
        log.error('The invocation failed.', { error });
        request.error = withoutWords(error, request.context.awsRequestId);
      },
    })
    .use({ after: metrics.publish, onError: metrics.publish })
    // Middy runs `after` in reverse order: what is used later comes first.
    .use({ after: countReturned({ service, env, metrics }) })
    .use(injectLambdaContext(log))
    .use(traced({ service, env, clients }))
    .handler(handle);
