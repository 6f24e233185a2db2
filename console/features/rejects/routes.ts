import { IconMailX } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavigationItem } from '../../shared/routing/navigation.ts';
import { shellRoute } from '../../shared/routing/root.ts';
import { texts } from '../../shared/routing/texts.ts';

export const rejectsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/rejects',
    staticData: { asks: 'listRejects' },
    validateSearch: texts('reason', 'place'),
    component: lazyRouteComponent(() => import('./rejects-page.tsx'), 'RejectsPage'),
  }),
] as const;

export const rejectsNavigation: NavigationItem[] = [
  {
    to: '/rejects',
    label: 'Not taken',
    about: 'Events that were refused, and why',
    icon: IconMailX,
    asks: 'listRejects',
  },
];
