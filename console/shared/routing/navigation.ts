import type { TablerIcon } from '@tabler/icons-react';

/** A line of the navigation, and of the palette. */
export interface NavigationItem {
  to: string;
  label: string;
  /** What one does there, for the palette. */
  about: string;
  icon: TablerIcon;
}
