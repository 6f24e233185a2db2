import { IconRoute } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavigationItem } from '../../shared/routing/navigation.ts';
import { shellRoute } from '../../shared/routing/root.ts';
import { texts } from '../../shared/routing/texts.ts';

export const journeysRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/journeys',
    component: lazyRouteComponent(() => import('./journeys-page.tsx'), 'JourneysPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/journeys/$journey',
    validateSearch: texts('step', 'as', 'days'),
    component: lazyRouteComponent(() => import('./journey-page.tsx'), 'JourneyPage'),
  }),
] as const;

export const journeysNavigation: NavigationItem[] = [
  { to: '/journeys', label: 'Journeys', about: 'See where everybody is, and what came of it', icon: IconRoute },
];
