import { NotUnderstood, problemOf, Unreachable } from './problem.ts';
import type { Answered, Asked, Route } from './route.ts';

type Values = Record<string, unknown>;

/** The same, whatever the route. */
interface Loose {
  params?: Values;
  query?: Values;
  body?: unknown;
  headers?: Values;
}

const filled = (values: Values = {}): [string, string][] =>
  Object.entries(values).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );

/** The address of a route, with what is filled in made safe, whatever characters it has. */
export const addressOf = (path: string, { params = {}, query }: Loose): string => {
  const filledIn = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  const asked = filled(query);
  return asked.length === 0 ? filledIn : `${filledIn}?${new URLSearchParams(asked)}`;
};

export interface ClientDeps {
  fetch: typeof fetch;
  /** Who asks: a role locally, a token where one signs in. */
  headers: () => Promise<Record<string, string>>;
}

const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null;

/** What is asked, without the types of its route. */
const looselyOf = (asked: unknown): Loose => {
  const { params, query, body, headers }: Values = isValues(asked) ? asked : {};
  return {
    ...(isValues(params) ? { params } : {}),
    ...(isValues(query) ? { query } : {}),
    ...(isValues(headers) ? { headers } : {}),
    ...(body === undefined ? {} : { body }),
  };
};

const isAborted = (cause: unknown): boolean => cause instanceof DOMException && cause.name === 'AbortError';

/** Asks routes of the contract, and reads each answer by its schema. Refusals are thrown as `ApiProblem`. */
export const createClient = ({ fetch, headers }: ClientDeps) => {
  /** The answer as it came, for what is no JSON. */
  const respond = async <One extends Route>(route: One, asked: Asked<One>, signal?: AbortSignal): Promise<Response> => {
    const given = looselyOf(asked);
    const { body } = given;
    const request = {
      method: route.method.toUpperCase(),
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(await headers()),
        ...Object.fromEntries(filled(given.headers)),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    };
    const response = await fetch(addressOf(route.path, given), request).catch((cause: unknown) => {
      if (isAborted(cause)) throw cause;
      throw new Unreachable({ cause });
    });
    if (!response.ok) throw await problemOf(response);
    return response;
  };

  const ask = async <One extends Route>(
    route: One,
    asked: Asked<One>,
    signal?: AbortSignal,
  ): Promise<Answered<One>> => {
    const response = await respond(route, asked, signal);
    const answer = route.answer.safeParse(await response.json());
    if (!answer.success) throw new NotUnderstood(route.path, { cause: answer.error });
    return answer.data as Answered<One>;
  };

  return { ask, respond };
};

export type Client = ReturnType<typeof createClient>;
