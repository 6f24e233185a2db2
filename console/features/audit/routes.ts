import { IconHistory } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavigationItem } from '../../shared/routing/navigation.ts';
import { shellRoute } from '../../shared/routing/root.ts';
import { texts } from '../../shared/routing/texts.ts';

export const auditRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/audit',
    staticData: { asks: 'listAudit' },
    validateSearch: texts('kind', 'subject'),
    component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
  }),
] as const;

export const auditNavigation: NavigationItem[] = [
  { to: '/audit', label: 'Audit', about: 'Who did what, and when', icon: IconHistory, asks: 'listAudit' },
];
