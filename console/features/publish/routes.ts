import type { NavigationItem } from '../../shared/routing/navigation.ts';

export const publishRoutes = [] as const;

export const publishNavigation: NavigationItem[] = [];
