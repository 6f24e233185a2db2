import { IconScale } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavigationItem } from '../../shared/routing/navigation.ts';
import { shellRoute } from '../../shared/routing/root.ts';

export const policyRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/policy',
    component: lazyRouteComponent(() => import('./policy-page.tsx'), 'PolicyPage'),
  }),
] as const;

export const policyNavigation: NavigationItem[] = [
  { to: '/policy', label: 'Policy', about: 'Quiet hours, caps, moods: what holds for every journey', icon: IconScale },
];
