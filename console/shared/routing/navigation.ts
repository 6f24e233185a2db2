import type { ComponentType } from 'react';

/** A line of the navigation, and of the palette. */
export interface NavigationItem {
  to: string;
  label: string;
  /** What one does there, for the palette. */
  about: string;
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
}
