import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute } from '@tanstack/react-router';

/** What every route may use while it loads. */
export interface RoutingContext {
  queries: QueryClient;
}

/** The app gives it its component: features only hang their routes on it. */
export const rootRoute = createRootRouteWithContext<RoutingContext>()({});

/** Pages with the navigation beside them. */
export const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: 'shell' });

/** Pages that stand alone, such as in another program's frame. */
export const frameRoute = createRoute({ getParentRoute: () => rootRoute, id: 'frame' });
