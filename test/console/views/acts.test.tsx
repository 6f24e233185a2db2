import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderConsole } from '../support/render-console.tsx';
import { taskAs } from '../support/world/tasks.ts';

describe('a double click', () => {
  it('does it once, though its second click comes before the first is shown', async () => {
    const { user, requestsOf } = renderConsole('/customers/ada');
    const notes = await screen.findByRole('region', { name: 'Notes' });
    await user.type(within(notes).getByRole('textbox'), 'After five');
    const add = within(notes).getByRole('button', { name: 'Add the note' });
    fireEvent.click(add, { detail: 1 });
    add.click();
    expect(await screen.findByText('Noted.')).toBeDefined();
    expect(requestsOf('addNote')).toHaveLength(1);
  });

  it('does nothing to what stands in its place once it is done', async () => {
    const { user, requestsOf } = renderConsole('/tasks', {
      listTasks: () => ({ items: [taskAs('k1', {})] }),
      returnTask: () => taskAs('k1', { state: 'open' }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Take it' }), { detail: 1 });
    fireEvent.click(await screen.findByRole('button', { name: 'Give back' }), { detail: 2 });
    expect(requestsOf('returnTask')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Give back' }));
    await waitFor(() => expect(requestsOf('returnTask')).toHaveLength(1));
  });
});
