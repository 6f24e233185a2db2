import type { RouteConfig } from '@hono/zod-openapi';
import { Problem } from './contract/common.ts';
import { PATHS, type RouteName } from './contract/paths.ts';
import type { Route } from './contract/route.ts';
import { MAY } from './roles.ts';

const JSON_BODY = 'application/json';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

const METHODS = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;

/** A route as OpenAPI has it. */
export const openapiOf = (
  name: RouteName,
  { says, params, query, headers, body, status = 200, answer, answerHeaders }: Route,
): RouteConfig => {
  const [method, path] = PATHS[name];
  const roles = MAY[name];
  const isConditional = headers !== undefined;
  return {
    method: METHODS[method],
    path,
    operationId: name,
    summary: says,
    'x-roles': roles,
    request: {
      ...(params ? { params } : {}),
      ...(query ? { query } : {}),
      ...(headers ? { headers } : {}),
      ...(body ? { body: { required: true, content: { [JSON_BODY]: { schema: body } } } } : {}),
    },
    responses: {
      [status]: {
        description: says,
        ...(answerHeaders ? { headers: answerHeaders } : {}),
        content: { [JSON_BODY]: { schema: answer } },
      },
      400: problem('Not understood: what, where, and what to do.'),
      401: problem('Nobody is signed in.'),
      403: problem(`Needs one of: ${roles.join(', ')}.`),
      404: problem('What it names is not there.'),
      409: problem('It cannot be done as things stand: why, and what to do.'),
      ...(isConditional
        ? { 412: problem('Changed by somebody else since.'), 428: problem('It does not say what was read.') }
        : {}),
      ...(body
        ? {
            413: problem('The body is too long.'),
            415: problem('The body is not JSON.'),
            422: problem('It fits, and cannot be done: why, and what to do.'),
          }
        : {}),
      429: problem('Too often: when to ask again is in Retry-After.'),
    },
  };
};
