import { IconChecklist } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavigationItem } from '../../shared/routing/navigation.ts';
import { shellRoute } from '../../shared/routing/root.ts';
import { texts } from '../../shared/routing/texts.ts';

export const tasksRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/tasks',
    staticData: { asks: 'listTasks' },
    validateSearch: texts('list', 'task', 'team'),
    component: lazyRouteComponent(() => import('./tasks-page.tsx'), 'TasksPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/tasks/many/$crowd',
    staticData: { asks: 'readCrowd' },
    validateSearch: texts('work'),
    component: lazyRouteComponent(() => import('./crowd-page.tsx'), 'CrowdPage'),
  }),
] as const;

export const tasksNavigation: NavigationItem[] = [
  {
    to: '/tasks',
    label: 'Tasks',
    about: 'What people are asked to do for customers',
    icon: IconChecklist,
    asks: 'listTasks',
  },
];
