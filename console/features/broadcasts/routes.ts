import { IconSpeakerphone } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavigationItem } from '../../shared/routing/navigation.ts';
import { shellRoute } from '../../shared/routing/root.ts';

export const broadcastsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/broadcasts',
    staticData: { asks: 'listBroadcasts' },
    component: lazyRouteComponent(() => import('./broadcasts-page.tsx'), 'BroadcastsPage'),
  }),
] as const;

export const broadcastsNavigation: NavigationItem[] = [
  {
    to: '/broadcasts',
    label: 'To everyone',
    about: 'Events about everyone, and how far they are',
    icon: IconSpeakerphone,
    asks: 'listBroadcasts',
  },
];
