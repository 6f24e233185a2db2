import { IconUsers } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavigationItem } from '../../shared/routing/navigation.ts';
import { frameRoute, shellRoute } from '../../shared/routing/root.ts';
import { texts } from '../../shared/routing/texts.ts';

export const customersRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/customers',
    staticData: { asks: 'searchCustomers' },
    validateSearch: texts('q'),
    component: lazyRouteComponent(() => import('./customers-page.tsx'), 'CustomersPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/customers/$customer',
    staticData: { asks: 'readCustomer' },
    // What was typed for one customer is not sent for the next.
    remountDeps: ({ params }) => params,
    component: lazyRouteComponent(() => import('./customer-page.tsx'), 'CustomerPage'),
  }),
] as const;

/** For the frame of a help desk: one look at somebody. */
export const agentRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/agent/$customer',
    staticData: { asks: 'readCustomer' },
    remountDeps: ({ params }) => params,
    component: lazyRouteComponent(() => import('./agent-page.tsx'), 'AgentPage'),
  }),
] as const;

export const customersNavigation: NavigationItem[] = [
  {
    to: '/customers',
    label: 'Customers',
    about: 'Find somebody, and see their story',
    icon: IconUsers,
    asks: 'searchCustomers',
  },
];
