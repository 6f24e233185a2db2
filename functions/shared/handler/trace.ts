import type { Tracer } from '@aws-lambda-powertools/tracer';
import type { MiddlewareObj } from '@middy/core';

/** The SDK's clients whose calls a trace shows. */
export type Clients = Parameters<Tracer['captureAWSv3Client']>[0][];

interface TraceDeps {
  service: string;
  env: Record<string, string | undefined>;
  clients: Clients;
}

const load = async ({ service, clients }: TraceDeps): Promise<MiddlewareObj> => {
  const [{ Tracer }, { captureLambdaHandler }] = await Promise.all([
    import('@aws-lambda-powertools/tracer'),
    import('@aws-lambda-powertools/tracer/middleware'),
  ]);
  const tracer = new Tracer({ serviceName: service, captureHTTPsRequests: false });
  for (const client of clients) tracer.captureAWSv3Client(client);
  return captureLambdaHandler(tracer, { captureResponse: false });
};

/** A segment for the invocation and one for each call to AWS, where X-Ray samples it. Only then the tracer is loaded: it takes a third of a cold start. */
export const traced = (deps: TraceDeps): MiddlewareObj => {
  const { env } = deps;
  let inner: Promise<MiddlewareObj> | undefined;
  const isSampled = () => env.POWERTOOLS_TRACE_ENABLED !== 'false' && env._X_AMZN_TRACE_ID?.includes('Sampled=1');
  // A failure ends the segment as success does: X-Ray would else keep the error's message.
  const close: MiddlewareObj['after'] = async (request) => {
    await (await inner)?.after?.(request);
  };
  return {
    before: async (request) => {
      if (isSampled()) inner ??= load(deps);
      await (await inner)?.before?.(request);
    },
    after: close,
    onError: close,
  };
};
