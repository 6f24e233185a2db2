import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { User } from '../../../functions/api/contract/users.ts';
import { renderConsole } from '../support/render-console.tsx';
import { SETTINGS } from '../support/world/settings.ts';

const user = (name: string, more: Partial<User> = {}): User => ({
  user: name,
  name: `${name}@acme.example`,
  roles: ['viewer'],
  isEnabled: true,
  state: 'active',
  isMe: false,
  ...more,
});

const onStage = {
  settings: () => ({ ...SETTINGS, isLocal: false, stage: 'production' }),
  listUsers: () => ({ items: [user('ada', { roles: ['admin'], isMe: true }), user('bo')] }),
};

it('gives a colleague a role in a click, and not oneself fewer', async () => {
  const console = renderConsole('/settings', {
    ...onStage,
    setRoles: () => user('bo', { roles: ['viewer', 'agent'] }),
  });
  const bo = await screen.findByRole('group', { name: 'bo@acme.example' });
  await console.user.click(within(bo).getByRole('checkbox', { name: 'agent' }));
  await waitFor(() =>
    expect(console.requestsOf('setRoles')).toEqual([{ params: { user: 'bo' }, body: { roles: ['viewer', 'agent'] } }]),
  );
  const me = screen.getByRole('group', { name: 'ada@acme.example (you)' });
  expect(within(me).getByRole('checkbox', { name: 'admin' })).toHaveProperty('disabled', true);
  expect(within(me).queryByRole('button')).toBeNull();
});

it('invites a colleague with the roles that were ticked, and locks one out', async () => {
  const console = renderConsole('/settings', {
    ...onStage,
    inviteUser: () => user('mia', { state: 'invited' }),
    setAccess: () => user('bo', { isEnabled: false }),
  });
  const form = await screen.findByRole('form', { name: 'Invite a colleague' });
  await console.user.type(within(form).getByLabelText(/Email address/), 'mia@acme.example');
  await console.user.click(within(form).getByRole('checkbox', { name: 'publisher' }));
  await console.user.click(within(form).getByRole('button', { name: 'Invite' }));
  await waitFor(() =>
    expect(console.requestsOf('inviteUser')).toEqual([
      { body: { email: 'mia@acme.example', roles: ['viewer', 'publisher'] } },
    ]),
  );
  await console.user.click(screen.getByRole('button', { name: 'Lock out: bo@acme.example' }));
  await waitFor(() =>
    expect(console.requestsOf('setAccess')).toEqual([{ params: { user: 'bo' }, body: { isEnabled: false } }]),
  );
});

it('is not there locally, where nobody signs in', async () => {
  renderConsole('/settings', { settings: () => SETTINGS, listUsers: onStage.listUsers });
  expect(await screen.findByRole('region', { name: 'Roles' })).toBeDefined();
  expect(screen.queryByRole('region', { name: 'Who may sign in' })).toBeNull();
});
