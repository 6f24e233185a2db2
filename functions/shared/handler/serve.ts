import type { Context } from 'aws-lambda';
import type { Hono } from 'hono';
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import * as z from 'zod';

/** A request of an HTTP API, payload 2.0; hono reads the rest of it. */
const Request = z.looseObject({
  version: z.literal('2.0'),
  rawPath: z.string(),
  headers: z.record(z.string(), z.string()),
  requestContext: z.looseObject({ http: z.looseObject({ method: z.string() }) }),
});

/** Answers requests of an HTTP API by an app. Throws ZodError for what is no request. */
export const serve = (app: Hono) => {
  const answer = handle(app);
  return async (event: unknown, context: Context) =>
    answer(Request.parse(event) as unknown as LambdaEvent, context as unknown as LambdaContext);
};
