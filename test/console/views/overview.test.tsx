import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../support/fake-api.ts';
import { renderConsole } from '../support/render-console.tsx';
import { smallWorld } from '../support/small-world.ts';
import { figures } from '../support/world/figures.ts';
import { meAs } from '../support/world/me.ts';
import { overview } from '../support/world/overview.ts';

describe('the overview', () => {
  it('says what became of everybody these seven days, and of today when asked', async () => {
    const { user } = renderConsole('/');
    const week = await screen.findByRole('navigation', { name: /in these seven days/ });
    expect(within(week).getByRole('link', { name: /^Sent 431/ })).toBeDefined();
    expect(within(week).getByRole('link', { name: /^Held 120 mostly quiet hours where they are/ })).toBeDefined();
    await user.click(screen.getByRole('radio', { name: 'Today' }));
    expect(await screen.findByRole('link', { name: /^Sent 57/ })).toBeDefined();
  });

  it.each([
    ['viewer', ['/tasks', '/rejects']],
    ['agent', ['/rejects']],
  ] as const)(
    'does not lead a %s from a figure or an alarm to a page that would refuse them',
    async (role, refused) => {
      renderConsole('/', { me: () => meAs(role) });
      const figures = await screen.findByRole('navigation', { name: /^What became of everybody/ });
      await waitFor(() => expect(within(figures).queryByRole('link', { name: /^Failed/ })).toBeNull());
      expect(within(figures).getByText('Failed')).toBeDefined();
      const main = screen.getByRole('main');
      const led = within(main)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href') ?? '');
      expect(led.filter((to) => refused.some((one) => one === to))).toEqual([]);
      expect(led).toContain('/journeys');
    },
  );

  it('leads from each figure to what is behind it', async () => {
    renderConsole('/');
    expect((await screen.findByRole('link', { name: /^To a person 9/ })).getAttribute('href')).toBe('/tasks');
    expect(screen.getByRole('link', { name: '1,284 customers' }).getAttribute('href')).toBe('/customers');
    const rows = screen.getByRole('table', { name: /Journeys/ });
    expect(within(rows).getByRole('link', { name: 'Renewal' }).getAttribute('href')).toBe('/journeys/renewal');
  });

  it('says who is held, and for what', async () => {
    renderConsole('/');
    expect(await screen.findByText('20: 19 something is open, 1 service recovery comes first')).toBeDefined();
  });

  it('shows what wants a look, and that all is well where nothing does', async () => {
    const { unmount } = renderConsole('/');
    expect(await screen.findByText(/Renewal is paused: 120 people/)).toBeDefined();
    unmount();
    renderConsole('/', { overview: () => ({ ...overview, alarms: [], rejected: {} }) });
    // What was not taken before stays in the list until somebody puts it back or discards it.
    expect((await screen.findByText(/All is well/)).textContent).toContain('every event of this week was taken');
  });

  const nothing = { ...overview, running: 0, journeys: [], today: figures(), week: figures(), rejected: {} };

  it('says what to do first where nothing has happened, and what is broken', async () => {
    renderConsole('/', { overview: () => ({ ...nothing, customers: 0 }) });
    expect(await screen.findByText('Nothing has happened yet')).toBeDefined();
    expect(screen.getByText(/Renewal is paused/)).toBeDefined();
  });

  it('says what to do first on a stage, which does not count its customers, and no noughts', async () => {
    const { customers: _, ...uncounted } = nothing;
    renderConsole('/', { overview: () => ({ ...uncounted, alarms: [] }) });
    expect(await screen.findByText('Nothing has happened in these seven days')).toBeDefined();
    expect(screen.getByText(/puts an event on this stage’s bus/)).toBeDefined();
    expect(screen.queryByRole('navigation', { name: /What became of everybody/ })).toBeNull();
    expect(screen.queryByText(/^0 /)).toBeNull();
  });

  it.each([
    ['somebody is under way', { running: 1 }],
    ['somebody was', { week: figures({ ended: 1 }) }],
    ['an event was refused', { rejected: { 'unknown-type': 1 } }],
  ])('has its figures on a stage where %s', async (_, more) => {
    const { customers: __, ...uncounted } = nothing;
    renderConsole('/', { overview: () => ({ ...uncounted, ...more }) });
    expect(await screen.findByRole('navigation', { name: /What became of everybody/ })).toBeDefined();
  });

  it('has a day in the calendar for each of the next fourteen', async () => {
    renderConsole('/');
    const calendar = await screen.findByRole('region', { name: 'The next 14 days' });
    expect(await within(calendar).findByText('Thu 12 Mar')).toBeDefined();
    expect(within(calendar).getByText('Wed 25 Mar')).toBeDefined();
    expect(
      within(calendar).getAllByRole('link', { name: 'A tip for teams or A tip for one' })[0]?.getAttribute('href'),
    ).toBe('/journeys/onboarding');
  });

  it('says in a sentence what did not work, and tries again', async () => {
    let isBroken = true;
    const { user } = renderConsole('/', {
      overview: () => {
        if (isBroken)
          throw new Refusal(503, 'Not yet', 'A quarter of events is played first. Try again in a few seconds.');
        return overview;
      },
    });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('A quarter of events is played first.');
    isBroken = false;
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: /^Sent 431/ })).toBeDefined();
  });

  it('says since when its figures are old, and why, until newer ones came', async () => {
    let isBroken = false;
    const { user, queries } = renderConsole('/', {
      overview: () => {
        if (isBroken) throw new Refusal(500, 'Internal Server Error', 'Look into the log, then try again.');
        return overview;
      },
    });
    await screen.findByRole('link', { name: /^Sent 431/ });
    queries.setQueryData(['overview', {}], overview, { updatedAt: Date.parse('2026-03-12T09:58:00Z') });
    isBroken = true;
    await queries.invalidateQueries({ queryKey: ['overview'] });
    const old = await screen.findByText(/This is as it was/);
    expect(old.textContent).toMatch(/^This is as it was on (Wed|Thu) 1[12] Mar, \d\d:\d\d, by your clock.$/);
    expect(old.closest('[role=status]')?.textContent).toContain('Look into the log, then try again.');
    expect(screen.getByRole('link', { name: /^Sent 431/ })).toBeDefined();
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText(/This is as it was/)).toBeNull());
  });

  it('says once why nothing newer came for several of its parts, and tries again for all of them', async () => {
    let isBroken = false;
    const unlessBroken = <Value,>(value: Value): Value => {
      if (isBroken) throw new Refusal(500, 'Internal Server Error', 'Look into the log, then try again.');
      return value;
    };
    const world = smallWorld();
    const { user, queries } = renderConsole('/', {
      overview: () => unlessBroken(overview),
      upcoming: (request) => unlessBroken(world.upcoming!(request)),
      listPromises: (request) => unlessBroken(world.listPromises!(request)),
    });
    await screen.findByRole('link', { name: /^Sent 431/ });
    await screen.findByRole('table', { name: /^Promises by message/ });
    isBroken = true;
    await queries.invalidateQueries();
    await waitFor(() => expect(screen.getAllByText(/^As it was on /)).toHaveLength(2));
    expect(screen.getAllByText(/Look into the log/)).toHaveLength(1);
    const first = screen.getByText(/This is as it was on /);
    for (const other of screen.getAllByText(/^As it was on /))
      expect(first.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText(/as it was on /i)).toBeNull());
  });

  it('is asked for, and says so if no answer comes, though the browser takes itself for offline', async () => {
    let isThere = true;
    const { queries } = renderConsole('/', {
      overview: () => {
        if (!isThere) throw new Error('No server.');
        return overview;
      },
    });
    await screen.findByRole('link', { name: /^Sent 431/ });
    window.dispatchEvent(new Event('offline'));
    isThere = false;
    void queries.invalidateQueries({ queryKey: ['overview'] });
    expect(await screen.findByText(/The console got no answer/)).toBeDefined();
    window.dispatchEvent(new Event('online'));
  });

  it('says by message what was promised, kept and broken', async () => {
    renderConsole('/');
    const table = await screen.findByRole('table', { name: /Promises by message/ });
    expect(table.textContent).toContain('We have your question1,2041,1504138');
  });
});
