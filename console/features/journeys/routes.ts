import type { NavigationItem } from '../../shared/routing/navigation.ts';

export const journeysRoutes = [] as const;

export const journeysNavigation: NavigationItem[] = [];
