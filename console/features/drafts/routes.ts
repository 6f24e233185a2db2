import type { NavigationItem } from '../../shared/routing/navigation.ts';

export const draftsRoutes = [] as const;

export const draftsNavigation: NavigationItem[] = [];
