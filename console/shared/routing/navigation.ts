import type { TablerIcon } from '@tabler/icons-react';
import type { RouteName } from '../../../functions/api/contract/paths.ts';

/** A line of the navigation, and of the palette. */
export interface NavigationItem {
  to: string;
  label: string;
  /** What one does there, for the palette. */
  about: string;
  icon: TablerIcon;
  /** What its page asks first: whoever may not is not led there. */
  asks?: RouteName;
}

/** A group of them. */
export interface NavigationGroup {
  name: string;
  items: NavigationItem[];
}

/** Where somebody may go; a group in which that is nowhere is left out. */
export const groupsFor = (groups: readonly NavigationGroup[], may: (name: RouteName) => boolean): NavigationGroup[] =>
  groups.flatMap(({ name, items }) => {
    const open = items.filter(({ asks }) => asks === undefined || may(asks));
    return open.length === 0 ? [] : [{ name, items: open }];
  });
