import type { Context } from 'hono';
import type * as z from 'zod';
import type { Route } from './contract/route.ts';
import { Refused } from './problem.ts';

type Errors = { at: string; message: string }[];

const errorsOf = (part: string, { issues }: z.ZodError): Errors =>
  issues.map(({ path, message }) => ({ at: [part, ...path].join('.'), message }));

/** The body as text. Throws Refused where it is not UTF-8. */
export const textOf = async (c: Context): Promise<string> => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await c.req.arrayBuffer());
  } catch {
    throw new Refused(400, 'The body is not UTF-8. Send it in that encoding.');
  }
};

const jsonOf = (c: Context, text: string): unknown => {
  const type = c.req.header('content-type');
  if (type !== undefined && !/^application\/([\w.-]+\+)?json\b/.test(type)) {
    throw new Refused(415, `The body is ${type.slice(0, 80)}; send application/json.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(400, `The body starts with ${JSON.stringify(text.slice(0, 40))}; it should be JSON.`);
  }
};

/** Every value of a query once: a name that comes twice says nothing clear. */
const queryOf = (c: Context): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );

/** The parts of a request by a route’s schemas. Throws Refused, which says where it does not fit. */
export const readRequest = (c: Context, route: Route, text: string): Record<string, unknown> => {
  const raw: Record<string, unknown> = {
    params: c.req.param(),
    query: queryOf(c),
    headers: c.req.header(),
    ...(route.body ? { body: route.takesText ? text : jsonOf(c, text) } : {}),
  };
  const errors: Errors = [];
  const parsed: Record<string, unknown> = {};
  for (const part of ['params', 'query', 'headers', 'body'] as const) {
    const schema = route[part];
    if (!schema) continue;
    const read = schema.safeParse(raw[part]);
    if (read.success) parsed[part] = read.data;
    else errors.push(...errorsOf(part, read.error));
  }
  if (!route.query && Object.keys(queryOf(c)).length > 0) {
    errors.push({ at: 'query', message: `Takes no query; it has ${Object.keys(queryOf(c)).slice(0, 5).join(', ')}.` });
  }
  if (errors.length === 0) return parsed;
  const messages = errors.slice(0, 5).map(({ at, message }) => `${at}: ${message}`);
  throw new Refused(400, `${messages.join('; ')}.`.replace(/\.\.$/, '.'), { errors: errors.slice(0, 50) });
};
