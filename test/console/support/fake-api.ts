import { PATHS, type RouteName } from '../../../functions/api/contract/paths.ts';
import type { Route } from '../../../functions/api/contract/route.ts';
import { type Answer, type ParsedRequest, ROUTES } from '../../../functions/api/contract/routes.ts';

/** A refusal, as the API words it. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly problem: { status: number; title: string; detail: string };
  constructor(status: number, title: string, detail: string) {
    super(detail);
    this.problem = { status, title, detail };
  }
}

/** What some routes answer; the rest is refused with 404. */
export type Fakes = { [Name in RouteName]?: (request: ParsedRequest<Name>) => Answer<Name> | Promise<Answer<Name>> };

export interface Call {
  name: RouteName;
  request: Record<string, unknown>;
}

const NAMES = Object.keys(PATHS) as RouteName[];

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path.replaceAll(/\{(\w+)\}/g, (_, name) => (name === 'path' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`))}$`,
  );

const find = (method: string, pathname: string) => {
  for (const name of NAMES) {
    const [of, path] = PATHS[name];
    const match = of === method ? patternOf(path).exec(pathname) : null;
    if (match) return { name, params: match.groups ?? {} };
  }
  return undefined;
};

const respond = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
  });

/** The API by its contract: what is asked, and what a fake answers, has to fit the schemas of the route. */
export const fakeApi = (fakes: Fakes) => {
  const calls: Call[] = [];
  const fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const target = find(init.method ?? 'GET', pathname);
    const fake = target && (fakes[target.name] as ((request: unknown) => unknown) | undefined);
    if (!target || !fake) {
      return respond(404, {
        type: 'about:blank',
        title: 'Not Found',
        status: 404,
        detail: `No fake of ${init.method} ${pathname}.`,
      });
    }
    const route: Route = ROUTES[target.name];
    const params = Object.fromEntries(
      Object.entries(target.params).map(([key, value]) => [key, decodeURIComponent(value)]),
    );
    const request = {
      ...(route.params ? { params: route.params.parse(params) } : {}),
      ...(route.query ? { query: route.query.parse(Object.fromEntries(searchParams)) } : {}),
      ...(route.headers ? { headers: route.headers.parse(Object.fromEntries(new Headers(init.headers))) } : {}),
      ...(route.body ? { body: route.body.parse(JSON.parse(String(init.body ?? 'null'))) } : {}),
    };
    calls.push({ name: target.name, request });
    try {
      return respond(route.status ?? 200, route.answer.parse(await fake(request)));
    } catch (error) {
      if (error instanceof Refusal) return respond(error.problem.status, { type: 'about:blank', ...error.problem });
      throw error;
    }
  };
  return {
    fetch,
    calls,
    requestsOf: (name: RouteName) => calls.filter((call) => call.name === name).map(({ request }) => request),
  };
};
