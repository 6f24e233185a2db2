import type { Context } from 'aws-lambda';
import type { z } from 'zod';
import { readEnvironment } from './environment.ts';
import { createLog, type Log } from './log.ts';
import { createMetricCounter } from './metric-counter.ts';
import type { Clients } from './trace.ts';
import { wrap } from './wrap.ts';

/**
 * What every function of ours begins with: its variables, its log and metrics. `traced`
 * takes a client whose calls a trace shall show; `wrap` makes what Lambda calls. Throws EnvironmentInvalid.
 */
export const startFunction = <Variables extends z.ZodType<{ STAGE: string }>>(
  service: string,
  environment: Record<string, string | undefined>,
  variables: Variables,
) => {
  const env = readEnvironment(variables, environment);
  const log = createLog(service);
  const metrics = createMetricCounter(env.STAGE);
  const clients: Clients = [];
  return {
    env,
    log: log as Log,
    metrics,
    traced: <Client extends Clients[number]>(client: Client): Client => {
      clients.push(client);
      return client;
    },
    wrap: <Answer>(handle: (event: unknown, context: Context) => Promise<Answer>) =>
      wrap(handle, { service, env: environment, log, metrics, clients }),
  };
};
