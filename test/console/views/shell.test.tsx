import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LocalApp } from '../../../console/app/app.tsx';
import { ROLES } from '../../../console/shared/session/local.ts';
import { fakeApi, Refusal } from '../support/fake-api.ts';
import { leaveByEscape } from '../support/leave-by-escape.ts';
import { renderConsole } from '../support/render-console.tsx';
import { smallWorld } from '../support/small-world.ts';
import { meAs } from '../support/world/me.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('the shell', () => {
  it('names the page in the tab, and puts the focus on its heading when one goes there', async () => {
    const { user } = renderConsole('/');
    await user.click(await screen.findByRole('link', { name: 'Settings' }));
    const heading = await screen.findByRole('heading', { level: 1, name: 'Settings' });
    await waitFor(() => expect(document.title).toBe('Settings · Tactful'));
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });

  it('says which page one is on', async () => {
    renderConsole('/tasks');
    const pages = await screen.findByRole('navigation', { name: 'Pages' });
    await waitFor(() =>
      expect(within(pages).getByRole('link', { name: 'Tasks' }).getAttribute('aria-current')).toBe('page'),
    );
    expect(within(pages).getByRole('link', { name: 'Overview' }).getAttribute('aria-current')).toBeNull();
  });

  it.each([
    ['viewer', ['Customers', 'Tasks', 'To everyone', 'Not taken', 'Audit']],
    ['agent', ['Not taken', 'Audit']],
    ['admin', []],
  ] as const)('does not lead a %s to pages that would refuse them', async (role, hidden) => {
    const { user } = renderConsole('/settings', { me: () => meAs(role) });
    const pages = await screen.findByRole('navigation', { name: 'Pages' });
    await within(pages).findByRole('link', { name: 'Overview' });
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    const names = ['Customers', 'Tasks', 'To everyone', 'Not taken', 'Audit'];
    const isThere = (name: string) => within(pages).queryByRole('link', { name }) !== null;
    await waitFor(() => expect(names.filter((name) => !isThere(name))).toEqual(hidden));
    await user.click(await screen.findByRole('button', { name: /Find or go/ }));
    await user.type(await screen.findByLabelText('Find a page, a journey or a customer'), 'everyone');
    const button = screen.queryByRole('button', { name: /To everyone/ });
    expect(button === null).toBe(role === 'viewer');
  });

  it('asks as the role that was chosen, not as the one before', async () => {
    let role = ROLES[0];
    const api = fakeApi({ ...smallWorld(), me: () => meAs(role ?? 'viewer') });
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      const header = new Headers(init.headers).get('x-tactful-role');
      role = ROLES.find((one) => one === header);
      return api.fetch(url, init);
    });
    render(<LocalApp />);
    const pages = await screen.findByRole('navigation', { name: 'Pages' });
    expect(await within(pages).findByRole('link', { name: 'Audit' })).toBeDefined();
    await userEvent.selectOptions(screen.getByLabelText('You look as'), 'viewer');
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Overview' })).not.toBeNull());
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Audit' })).toBeNull());
  });

  it('finds pages and people by a few letters', async () => {
    const { user, history } = renderConsole('/');
    await user.click(await screen.findByRole('button', { name: /Find or go/ }));
    const search = await screen.findByLabelText('Find a page, a journey or a customer');
    await user.type(search, 'lovel');
    await user.click(await screen.findByRole('button', { name: /Lovel/ }));
    await waitFor(() => expect(history.location.pathname).toBe('/customers/ada'));
  });

  it.each(['Find or go', 'Open the navigation'])(
    'leaves the focus where it was when what “%s” opened is left by Escape',
    async (name) => {
      const { user } = renderConsole('/');
      await leaveByEscape(user, new RegExp(name));
    },
  );

  it('comes back to what opened the navigation when one leaves the search that was begun there', async () => {
    const { user } = renderConsole('/');
    const opener = await screen.findByRole('button', { name: 'Open the navigation' });
    await user.click(opener);
    const dialog = await screen.findByRole('dialog', { name: 'Pages' });
    await user.click(within(dialog).getByRole('button', { name: /Find or go/ }));
    const search = await screen.findByLabelText('Find a page, a journey or a customer');
    await waitFor(() => expect(document.activeElement).toBe(search));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it('moves the time of a local world ahead', async () => {
    const { user, requestsOf } = renderConsole('/');
    await user.click(await screen.findByRole('button', { name: /Thu 12 Mar, 10:24/ }));
    await user.click(await screen.findByRole('button', { name: 'A day' }));
    await waitFor(() => expect(requestsOf('advanceClock')).toEqual([{ body: { advance: '1 day' } }]));
  });

  it.each([
    ['/customers/nobody', 'readCustomer', 'Look for another customer', '/customers'],
    ['/journeys/nowhere', 'readJourney', 'All journeys', '/journeys'],
    ['/tasks/many/nothing', 'readCrowd', 'All tasks', '/tasks'],
  ] as const)(
    'leads from %s, which is not there, to its list, and offers no other try',
    async (at, asks, says, list) => {
      renderConsole(at, {
        [asks]: () => {
          throw new Refusal(404, 'Nothing here', 'There is no such thing.');
        },
      });
      const alert = await screen.findByRole('alert');
      expect(within(alert).getByRole('link', { name: says }).getAttribute('href')).toBe(list);
      expect(within(alert).queryByRole('button')).toBeNull();
    },
  );

  it('says so of an address that nobody has, with the navigation beside it', async () => {
    renderConsole('/nowhere/at/all');
    expect(await screen.findByRole('heading', { level: 1, name: 'No such page' })).toBeDefined();
    expect(screen.getByRole('navigation', { name: 'Pages' })).toBeDefined();
  });
});
