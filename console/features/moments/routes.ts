import { IconMail } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavigationItem } from '../../shared/routing/navigation.ts';
import { shellRoute } from '../../shared/routing/root.ts';
import { texts } from '../../shared/routing/texts.ts';

export const momentsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/moments',
    component: lazyRouteComponent(() => import('./moments-page.tsx'), 'MomentsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/moments/$moment',
    validateSearch: texts('language'),
    component: lazyRouteComponent(() => import('./moment-page.tsx'), 'MomentPage'),
  }),
] as const;

export const momentsNavigation: NavigationItem[] = [
  { to: '/moments', label: 'Moments', about: 'Copy, as it looks on every channel', icon: IconMail },
];
