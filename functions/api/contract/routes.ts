import type * as z from 'zod';
import { actingRoutes } from './acting.ts';
import { broadcastRoutes } from './broadcasts.ts';
import { crowdRoutes } from './crowds.ts';
import { customerRoutes } from './customers.ts';
import { draftRoutes } from './drafts.ts';
import { eventRoutes } from './events.ts';
import { gestureRoutes } from './gestures.ts';
import { inboxRoutes } from './inbox.ts';
import { jobRoutes } from './jobs.ts';
import { journeyRoutes } from './journeys.ts';
import { meRoutes } from './me.ts';
import { momentRoutes } from './moments.ts';
import { overviewRoutes } from './overview.ts';
import type { RouteName } from './paths.ts';
import { promiseRoutes } from './promises.ts';
import type { Route } from './route.ts';
import { stageRoutes } from './stage.ts';
import { teamRoutes } from './teams.ts';
import { userRoutes } from './users.ts';
import { versionRoutes } from './versions.ts';
import { workRoutes } from './work.ts';

/** All that can be asked, by name. */
export const ROUTES = {
  ...meRoutes,
  ...overviewRoutes,
  ...journeyRoutes,
  ...versionRoutes,
  ...momentRoutes,
  ...draftRoutes,
  ...jobRoutes,
  ...customerRoutes,
  ...gestureRoutes,
  ...inboxRoutes,
  ...workRoutes,
  ...crowdRoutes,
  ...broadcastRoutes,
  ...promiseRoutes,
  ...teamRoutes,
  ...eventRoutes,
  ...actingRoutes,
  ...stageRoutes,
  ...userRoutes,
} satisfies Record<RouteName, Route>;

export type Routes = typeof ROUTES;

/** A part of a route's request, as `Side` sees it. */
type Part<Of, Name extends string, Side extends 'input' | 'output'> = Of extends {
  [Key in Name]: infer Schema extends z.ZodType;
}
  ? { [Key in Name]: Side extends 'input' ? z.input<Schema> : z.output<Schema> }
  : unknown;

type Request<Name extends RouteName, Side extends 'input' | 'output'> = Part<Routes[Name], 'params', Side> &
  Part<Routes[Name], 'query', Side> &
  Part<Routes[Name], 'headers', Side> &
  Part<Routes[Name], 'body', Side>;

/** What one asks by a route: its parts that there are. */
export type RequestInput<Name extends RouteName> = Request<Name, 'input'>;
/** The same as a handler has it, checked. */
export type ParsedRequest<Name extends RouteName> = Request<Name, 'output'>;
/** What a route answers where all went well. */
export type Answer<Name extends RouteName> = z.output<Routes[Name]['answer']>;
