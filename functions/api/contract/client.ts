import type { Problem } from './common.ts';
import { PATHS, type RouteName } from './paths.ts';
import type { Answer, RequestInput } from './routes.ts';

/** An answer that says what is wrong, and what to do. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

export interface ClientDeps {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Of every request, such as who asks. */
  headers?: () => Record<string, string> | Promise<Record<string, string>>;
  /** Where the API is, if not where the page is. */
  base?: string;
}

type Parts = Partial<Record<'params' | 'query' | 'headers', Record<string, unknown>>> & { body?: unknown };

/** The path of a file keeps its slashes; in anything else one is a sign like others. */
const partOf = (name: string, value: unknown): string =>
  name === 'path' ? String(value).split('/').map(encodeURIComponent).join('/') : encodeURIComponent(String(value));

const pathOf = (path: string, params: Record<string, unknown>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => partOf(name, params[name] ?? ''));

const queryOf = (query: Record<string, unknown>): string => {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries.map(([name, value]) => [name, String(value)]))}`;
};

const textsOf = (headers: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

const problemOf = async (response: Response): Promise<Problem> => {
  const body: unknown = await response.json().catch(() => undefined);
  const { status, statusText } = response;
  const nothing = {
    type: 'about:blank',
    title: statusText,
    status,
    detail: `The answer is ${status}, and says no more.`,
  };
  return typeof body === 'object' && body !== null ? { ...nothing, ...body } : nothing;
};

export type Client = <Name extends RouteName>(name: Name, request: RequestInput<Name>) => Promise<Answer<Name>>;

/** Asks the API by the names of its routes. Throws ApiProblem, and what `fetch` throws. */
export const createClient =
  ({ fetch, headers = () => ({}), base = '' }: ClientDeps): Client =>
  async (name, request) => {
    const [method, path] = PATHS[name];
    const parts: Parts = request ?? {};
    const hasBody = parts.body !== undefined;
    const response = await fetch(`${base}${pathOf(path, parts.params ?? {})}${queryOf(parts.query ?? {})}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(hasBody ? { 'content-type': 'application/json' } : {}),
        ...(await headers()),
        ...textsOf(parts.headers ?? {}),
      },
      ...(hasBody ? { body: JSON.stringify(parts.body) } : {}),
    });
    if (!response.ok) throw new ApiProblem(await problemOf(response));
    return response.json();
  };
