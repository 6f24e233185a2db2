import type { QueryClient } from '@tanstack/react-query';
import { createRouter, type RouterHistory } from '@tanstack/react-router';
import { frameRoute, rootRoute, shellRoute } from '../shared/routing/root.ts';
import { FRAMES, ROUTES } from './features.ts';
import { Shell } from './layout/shell.tsx';
import { Broken, Lost, Root } from './root.tsx';

const tree = rootRoute
  .update({ component: Root, notFoundComponent: Lost })
  .addChildren([shellRoute.update({ component: Shell }).addChildren(ROUTES), frameRoute.addChildren(FRAMES)]);

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

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
