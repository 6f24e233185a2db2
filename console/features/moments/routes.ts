import type { NavigationItem } from '../../shared/routing/navigation.ts';

export const momentsRoutes = [] as const;

export const momentsNavigation: NavigationItem[] = [];
