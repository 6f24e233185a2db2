import { auditNavigation, auditRoutes } from '../features/audit/routes.ts';
import { broadcastsNavigation, broadcastsRoutes } from '../features/broadcasts/routes.ts';
import { agentRoutes, customersNavigation, customersRoutes } from '../features/customers/routes.ts';
import { draftsNavigation, draftsRoutes } from '../features/drafts/routes.ts';
import { journeysNavigation, journeysRoutes } from '../features/journeys/routes.ts';
import { momentsNavigation, momentsRoutes } from '../features/moments/routes.ts';
import { overviewNavigation, overviewRoutes } from '../features/overview/routes.ts';
import { policyNavigation, policyRoutes } from '../features/policy/routes.ts';
import { publishNavigation, publishRoutes } from '../features/publish/routes.ts';
import { rejectsNavigation, rejectsRoutes } from '../features/rejects/routes.ts';
import { settingsNavigation, settingsRoutes } from '../features/settings/routes.ts';
import { tasksNavigation, tasksRoutes } from '../features/tasks/routes.ts';
import type { NavigationGroup } from '../shared/routing/navigation.ts';

/** The pages that features declare; each feature's folder has its own. */
export const ROUTES = [
  ...overviewRoutes,
  ...journeysRoutes,
  ...momentsRoutes,
  ...draftsRoutes,
  ...publishRoutes,
  ...customersRoutes,
  ...tasksRoutes,
  ...broadcastsRoutes,
  ...policyRoutes,
  ...rejectsRoutes,
  ...auditRoutes,
  ...settingsRoutes,
] as const;

/** Pages that stand alone, such as in another program's frame. */
export const FRAMES = [...agentRoutes] as const;

/** The navigation, in groups of what one comes to do. */
export const GROUPS: NavigationGroup[] = [
  { name: '', items: [...overviewNavigation] },
  { name: 'People', items: [...customersNavigation, ...tasksNavigation] },
  {
    name: 'Write',
    items: [
      ...journeysNavigation,
      ...momentsNavigation,
      ...policyNavigation,
      ...draftsNavigation,
      ...publishNavigation,
    ],
  },
  {
    name: 'Look after',
    items: [...broadcastsNavigation, ...rejectsNavigation, ...auditNavigation, ...settingsNavigation],
  },
];
