import type { Tracer } from '@aws-lambda-powertools/tracer';
import type { MiddlewareObj } from '@middy/core';

/** The SDK's clients whose calls a trace shows. */
export type Clients = Parameters<Tracer['captureAWSv3Client']>[0][];

interface TraceDeps {
  service: string;
  env: Record<string, string | undefined>;
  /** Those that are added later are shown too. */
  clients: Clients;
}

interface Tracing extends MiddlewareObj {
  /** Shows the calls of clients that are new. */
  show: () => void;
}

const load = async ({ service, clients }: TraceDeps): Promise<Tracing> => {
  const [{ Tracer }, { captureLambdaHandler }] = await Promise.all([
    import('@aws-lambda-powertools/tracer'),
    import('@aws-lambda-powertools/tracer/middleware'),
  ]);
  const tracer = new Tracer({ serviceName: service, captureHTTPsRequests: false });
  let tracedCount = 0;
  const show = (): void => {
    for (; tracedCount < clients.length; tracedCount++) tracer.captureAWSv3Client(clients[tracedCount]!);
  };
  return { ...captureLambdaHandler(tracer, { captureResponse: false }), show };
};

/** A segment for the invocation and one for each call to AWS, where X-Ray samples it. Only then the tracer is loaded: it takes a third of a cold start. */
export const traced = (deps: TraceDeps): MiddlewareObj => {
  const { env } = deps;
  let inner: Promise<Tracing> | undefined;
  const isSampled = () => env.POWERTOOLS_TRACE_ENABLED !== 'false' && env._X_AMZN_TRACE_ID?.includes('Sampled=1');
  // A failure ends the segment as success does: X-Ray would else keep the error's message.
  const close: MiddlewareObj['after'] = async (request) => {
    await (await inner)?.after?.(request);
  };
  return {
    before: async (request) => {
      if (isSampled()) inner ??= load(deps);
      const tracing = await inner;
      tracing?.show();
      await tracing?.before?.(request);
    },
    after: close,
    onError: close,
  };
};
