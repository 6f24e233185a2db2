import { IconRocket } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavigationItem } from '../../shared/routing/navigation.ts';
import { shellRoute } from '../../shared/routing/root.ts';
import { texts } from '../../shared/routing/texts.ts';

export const publishRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/publish',
    component: lazyRouteComponent(() => import('./publish-page.tsx'), 'PublishPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/versions',
    validateSearch: texts('from', 'to'),
    component: lazyRouteComponent(() => import('./versions-page.tsx'), 'VersionsPage'),
  }),
] as const;

export const publishNavigation: NavigationItem[] = [
  { to: '/publish', label: 'Publish', about: 'Look what differs, for whom, and let it go out', icon: IconRocket },
];
