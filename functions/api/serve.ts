import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Act } from '../shared/stores/audit-log.ts';
import { SUBJECTS, type Subject } from './audited.ts';
import { PATHS, type RouteName } from './contract/paths.ts';
import { Role } from './contract/roles.ts';
import type { Route } from './contract/route.ts';
import { type ParsedRequest, ROUTES } from './contract/routes.ts';
import type { ApiDeps } from './deps.ts';
import type { Asking, Done, Handler } from './handlers.ts';
import { openapiOf } from './openapi.ts';
import type { Caller } from './ports.ts';
import { Refused } from './problem.ts';
import { readRequest, textOf } from './read-request.ts';
import { MAY, mayAsk } from './roles.ts';

/** As hono writes a path: the path of a file has slashes. */
const honoPath = (path: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'path' ? ':path{.+}' : `:${name}`));

const subjectOf = <Name extends RouteName>(name: Name, request: ParsedRequest<Name>): Subject | undefined => {
  const subjects: { [Each in RouteName]?: (request: ParsedRequest<Each>) => Subject | undefined } = SUBJECTS;
  return subjects[name]?.(request);
};

const isAudited = (name: RouteName): boolean => Object.hasOwn(SUBJECTS, name);

/** The most modest of somebody’s roles that may. */
const rightOf = ({ roles }: Caller, name: RouteName): string =>
  Role.options.find((role) => roles.includes(role) && MAY[name].includes(role)) ?? roles.join(' ');

const requireRight = (caller: Caller | undefined, name: RouteName): Caller => {
  const roles = MAY[name];
  const needed = `This needs ${roles.length === 1 ? 'the role' : 'one of the roles'} ${roles.join(', ')}`;
  if (!caller) throw new Refused(401, `${needed}; nobody is signed in. Sign in first.`, { roles: [...roles] });
  if (mayAsk(caller.roles, name)) return caller;
  const has = caller.roles.length === 0 ? 'you have no role' : `you are ${caller.roles.join(', ')}`;
  throw new Refused(403, `${needed}; ${has}. Ask an admin for it.`, { roles: [...roles] });
};

/**
 * Serves one route: who asks, whether they may, what they ask, what is answered. An act is put on record before it is
 * done: what cannot be written is not done. How something was before, and that it came to nothing, is a second line.
 */
export const serve = <Name extends RouteName>(
  app: OpenAPIHono,
  name: Name,
  handler: Handler<Name>,
  deps: ApiDeps,
): void => {
  const route: Route = ROUTES[name];
  const [method, path] = PATHS[name];
  app.openAPIRegistry.registerPath(openapiOf(name, route));

  app.on(method, honoPath(path), async (c: Context) => {
    const request = deps.newId();
    const record = async (act: Omit<Act, 'at' | 'act' | 'request'>): Promise<void> => {
      if (!isAudited(name)) return;
      const at = new Date(deps.clock.now()).toISOString();
      await deps.audit.append({ ...act, at, act: name, request });
    };
    const knownCaller = await deps.identify(c);
    // Asked before their right is checked, since each refusal is a line of the audit log.
    const wait = knownCaller && deps.tooOften?.(knownCaller);
    if (wait !== undefined) {
      c.header('retry-after', String(wait));
      throw new Refused(429, `You ask too often. Ask again in ${wait} seconds.`);
    }
    const who = { name: knownCaller?.user.name ?? 'nobody', vouched: knownCaller?.vouched ?? ('nobody' as const) };
    let caller: Caller;
    try {
      caller = requireRight(knownCaller, name);
    } catch (error) {
      if (knownCaller) await record({ who, right: knownCaller.roles.join(' '), outcome: 'refused' });
      throw error;
    }
    const text = route.body ? await textOf(c) : '';
    // readRequest has read each part by the schema that the type is inferred from.
    const parsed = readRequest(c, route, text) as ParsedRequest<Name>;
    const done: Done = {};
    const asking: Asking = {
      caller,
      text,
      header: (header, value) => c.header(header, value),
      did: (more) => Object.assign(done, more),
    };
    const subject = subjectOf(name, parsed);
    const act = { who, right: rightOf(caller, name), ...(subject ? { subject } : {}) };
    await record(act);
    try {
      const answer = await handler(parsed, asking);
      // It is done and stands on record, so a line that says no more than how it was before fails nobody.
      if (Object.keys(done).length > 0) await record({ ...act, ...done }).catch(deps.report);
      return c.json(route.answer.parse(answer), route.status ?? 200);
    } catch (error) {
      // What went wrong first is what whoever asks has to know.
      await record({ ...act, ...done, outcome: error instanceof Refused ? 'refused' : 'failed' }).catch(deps.report);
      throw error;
    }
  });
};
