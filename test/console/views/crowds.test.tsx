import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderConsole } from '../support/render-console.tsx';
import { crowd } from '../support/world/crowds.ts';
import { meAs } from '../support/world/me.ts';
import { tasks } from '../support/world/tasks.ts';

const WAITS = { name: /Failure sync-eu/ };

describe('one matter of many customers', () => {
  it('is one line of the queue, among single tasks by how much it is needed', async () => {
    renderConsole('/tasks');
    const line = await screen.findByRole('link', WAITS);
    expect(line.textContent).toContain('10,000 customers');
    expect(line.textContent).toContain('9,301 wait');
    const lines = within(line.closest('ul') as HTMLElement).getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent?.slice(0, 8)).slice(0, 2)).toEqual(['Failure ', 'Call Ada']);
  });

  it('waits for the page of the queue on which it belongs, and is no line of what is taken', async () => {
    const late = { ...crowd, neededBy: '2031-01-01T00:00:00Z' };
    renderConsole('/tasks', {
      listCrowds: () => ({ items: [late] }),
      listTasks: () => ({ items: tasks.slice(0, 1), next: 'more' }),
    });
    expect(await screen.findByRole('button', { name: 'Show more' })).toBeDefined();
    expect(screen.queryByRole('link', WAITS)).toBeNull();
  });

  it('stands alone where nobody else waits', async () => {
    const { user, history } = renderConsole('/tasks', { listTasks: () => ({ items: [] }) });
    await user.click(await screen.findByRole('link', WAITS));
    await waitFor(() => expect(history.location.pathname).toBe('/tasks/many/f00d'));
    expect(await screen.findByRole('heading', { name: 'Failure sync-eu' })).toBeDefined();
  });

  it('has a page with how it stands, its list, and what was said of all', async () => {
    const { user, requestsOf } = renderConsole('/tasks/many/f00d');
    const table = await screen.findByRole('table', { name: /what became of it/ });
    expect(within(table).getByRole('row', { name: /A call after a failure 9,300 12 40 0 3/ })).toBeDefined();
    expect((await screen.findByRole('region', { name: 'Said of all at once' })).textContent).toContain(
      '650 told of about 700',
    );
    expect((await screen.findByRole('link', { name: 'Ada Lovelace' })).getAttribute('href')).toBe('/customers/ada');
    await user.click(screen.getByRole('radio', { name: 'Taken' }));
    expect(await screen.findByRole('link', { name: 'Grace' })).toBeDefined();
    await user.click(screen.getByRole('radio', { name: 'A credit by hand' }));
    await waitFor(() =>
      expect(requestsOf('crowdTasks')).toContainEqual(
        expect.objectContaining({ query: expect.objectContaining({ moment: 'credit-by-hand', list: 'open' }) }),
      ),
    );
  });

  it('is answered for all who wait, with a reason', async () => {
    const { user, requestsOf } = renderConsole('/tasks/many/f00d');
    await user.click(await screen.findByRole('button', { name: 'Decline all 9,300 tasks' }));
    await user.type(await screen.findByRole('textbox', { name: /Why not/ }), 'told by status page');
    await user.click(screen.getByRole('button', { name: 'Say it of 9,300 tasks' }));
    const body = { moment: 'recovery-call', said: 'declined', text: 'told by status page' };
    await waitFor(() => expect(requestsOf('answerCrowd')).toEqual([{ params: { crowd: 'f00d' }, body }]));
    expect(await screen.findByText(/on its way to about 9,300/)).toBeDefined();
  });

  it('has the focus where it was when its question is left by Escape', async () => {
    const { user } = renderConsole('/tasks/many/f00d');
    const opener = await screen.findByRole('button', { name: 'Decline all 9,300 tasks' });
    await user.click(opener);
    const why = await screen.findByRole('textbox', { name: /Why not/ });
    await waitFor(() => expect(document.activeElement).toBe(why));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it('is only looked at by who is no agent', async () => {
    renderConsole('/tasks/many/f00d', { me: () => meAs('marketer') });
    expect(await screen.findByRole('link', { name: 'Ada Lovelace' })).toBeDefined();
    expect(screen.queryByRole('button', { name: /Decline all/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Take it' })).toBeNull();
  });
});

describe('what is told to everyone', () => {
  it('is listed with how far it is', async () => {
    renderConsole('/broadcasts');
    const row = await screen.findByRole('row', { name: /service\.outage_detected/ });
    expect(row.textContent).toContain('120,000 of about 1,000,000');
    expect(row.textContent).toContain('50 a second');
    expect(screen.getByRole('link', { name: /Answer for many/ }).getAttribute('href')).toBe('/tasks/many/f00d');
  });

  it('is stopped once one is sure, and goes on where it was stopped', async () => {
    const { user, requestsOf } = renderConsole('/broadcasts');
    await user.click(await screen.findByRole('button', { name: 'Stop' }));
    await user.click(await screen.findByRole('button', { name: 'Stop it' }));
    await waitFor(() => expect(requestsOf('stopBroadcast')).toEqual([{ params: { broadcast: 'f00d' } }]));
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    await waitFor(() => expect(requestsOf('resumeBroadcast')).toEqual([{ params: { broadcast: 'beef' } }]));
  });

  it('can be told by a form that knows what the event has to say', async () => {
    const { user, requestsOf } = renderConsole('/broadcasts');
    await user.click(await screen.findByRole('button', { name: 'Tell everyone' }));
    const dialog = await screen.findByRole('dialog', { name: 'Tell everyone' });
    const send = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Send it' });
    await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByLabelText(/^Event/)));
    await user.selectOptions(within(dialog).getByLabelText(/^Event/), 'service.outage_detected');
    expect(send.disabled).toBe(true);
    await user.type(within(dialog).getByLabelText(/^failureId/), 'o7');
    await user.selectOptions(within(dialog).getByLabelText(/^severity/), 'major');
    await user.type(within(dialog).getByLabelText(/^minutes/), '12');
    await user.click(send);
    const event = { source: 'acme.monitoring', 'detail-type': 'service.outage_detected' };
    const detail = { failureId: 'o7', severity: 'major', minutes: 12 };
    await waitFor(() => expect(requestsOf('sendEvents')).toEqual([{ body: { ...event, detail } }]));
  });

  it('is only looked at by agents', async () => {
    renderConsole('/broadcasts', { me: () => meAs('agent') });
    expect(await screen.findByRole('row', { name: /service\.outage_detected/ })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Tell everyone' })).toBeNull();
  });
});
