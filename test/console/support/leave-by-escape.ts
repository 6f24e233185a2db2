import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

/** Opens a dialog by its button with the keyboard alone, leaves it by Escape, and asks that the focus is at the button again. */
export const leaveByEscape = async (user: UserEvent, name: string | RegExp): Promise<void> => {
  const opener = await screen.findByRole('button', { name });
  opener.focus();
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog');
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(opener));
};
