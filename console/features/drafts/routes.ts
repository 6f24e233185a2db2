import { IconPencil } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavigationItem } from '../../shared/routing/navigation.ts';
import { shellRoute } from '../../shared/routing/root.ts';
import { texts } from '../../shared/routing/texts.ts';

export const draftsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/drafts',
    component: lazyRouteComponent(() => import('./drafts-page.tsx'), 'DraftsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/draft/$',
    validateSearch: texts('step', 'as', 'side'),
    component: lazyRouteComponent(() => import('./editor-page.tsx'), 'EditorPage'),
  }),
] as const;

export const draftsNavigation: NavigationItem[] = [
  { to: '/drafts', label: 'Draft', about: 'Write journeys, and see what would happen', icon: IconPencil },
];
