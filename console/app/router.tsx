import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, type RouterHistory } from '@tanstack/react-router';
import { frameRoute, rootRoute, shellRoute } from '../shared/routing/root.ts';
import { Allowed } from './allowed.tsx';
import { FRAMES, ROUTES } from './features.ts';
import { Shell } from './layout/shell.tsx';
import { Broken, Lost, Root } from './root.tsx';

/** Any other address, with the navigation beside it. */
const lostRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: Lost });

const tree = rootRoute
  .update({ component: Root, notFoundComponent: Lost })
  .addChildren([
    shellRoute.update({ component: Shell }).addChildren([...ROUTES, lostRoute]),
    frameRoute.update({ component: Allowed }).addChildren(FRAMES),
  ]);

/** All pages. `history` is the browser's, or one of a test. */
export const createAppRouter = (queries: QueryClient, history?: RouterHistory) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    defaultErrorComponent: Broken,
    scrollRestoration: true,
    ...(history ? { history } : {}),
  });

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
