import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../support/fake-api.ts';
import { leaveByEscape } from '../support/leave-by-escape.ts';
import { renderConsole } from '../support/render-console.tsx';
import { meAs } from '../support/world/me.ts';
import { taskAs, teams } from '../support/world/tasks.ts';

describe('tasks', () => {
  it('puts who feels worst first, with their story beside it', async () => {
    renderConsole('/tasks');
    expect(await screen.findByRole('heading', { name: 'Call Ada: the import lost her data twice' })).toBeDefined();
    const [first] = screen.getAllByRole('button', { pressed: true });
    expect(first?.textContent).toContain('Call Ada');
    expect((await screen.findByRole('region', { name: 'Story' })).textContent).toContain(
      'Held: what you got out of this year',
    );
  });

  it('opens another one, and keeps it in the address', async () => {
    const { user, history } = renderConsole('/tasks?list=taken');
    await user.click(await screen.findByRole('button', { name: /Ask Grace what she would miss/ }));
    expect(await screen.findByRole('heading', { name: 'Ask Grace what she would miss' })).toBeDefined();
    expect(history.location.search).toBe('?list=taken&task=k2');
    await user.click(screen.getByRole('button', { name: 'Back to the queue', hidden: true }));
    expect(history.location.search).toBe('?list=taken');
  });

  it('says by when each is due, who has it and what is late', async () => {
    renderConsole('/tasks?list=taken');
    const task = await screen.findByRole('button', { name: /Ask Grace what she would miss/ });
    expect(task.textContent).toContain('Taken by bea@acme.example');
    expect(task.textContent).toContain('Late');
    expect(task.textContent).toContain('was due');
  });

  it('takes one, and shows at once that it is taken', async () => {
    const { user, requestsOf } = renderConsole('/tasks?task=k1');
    await user.click(await screen.findByRole('button', { name: 'Take it' }));
    await waitFor(() => expect(requestsOf('takeTask')).toEqual([{ body: { customer: 'ada', task: 'k1' } }]));
    expect(await screen.findByRole('button', { name: 'Give back' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Take it' })).toBeNull();
  });

  it('keeps who uses the keyboard at the task when a button goes with what it did', async () => {
    const { user } = renderConsole('/tasks?task=k1');
    const button = (name: string) => screen.findByRole('button', { name });
    (await button('Take it')).focus();
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(document.activeElement).toBe(await button('Done')));
    (await button('Give back')).focus();
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(document.activeElement).toBe(await button('Take it')));
    await user.tab();
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog');
    await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
    await user.keyboard('refunded{Enter}');
    await waitFor(async () => expect(document.activeElement).toBe(await button('Note')));
  });

  it('says who has what somebody else took first', async () => {
    const takeTask = () => {
      throw new Refusal(409, 'Not now', 'This task is bea’s, who took it first. Look at the list again.');
    };
    const { user } = renderConsole('/tasks?task=k1', { takeTask });
    await user.click(await screen.findByRole('button', { name: 'Take it' }));
    expect(await screen.findByText(/bea’s, who took it first/)).toBeDefined();
  });

  it('stays open once it is taken and no longer in the list, with what one types', async () => {
    let isTaken = false;
    const { user, queries } = renderConsole('/tasks', {
      listTasks: () => ({ items: isTaken ? [taskAs('odd0', {})] : [taskAs('k1', {}), taskAs('odd0', {})] }),
      customerTasks: () => ({ items: [taskAs('k1', { state: 'taken', by: 'You', isMine: true })] }),
      takeTask: () => {
        isTaken = true;
        return taskAs('k1', { state: 'taken', by: 'You', isMine: true });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Take it' }));
    await screen.findByRole('button', { name: 'Give back' });
    await user.click(screen.getByRole('button', { name: 'Done' }));
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: /What came of it/ });
    await user.type(field, 'refunded');
    void queries.invalidateQueries({ queryKey: ['listTasks'] });
    await waitFor(() => expect(screen.queryByRole('button', { name: /Call Ada/, hidden: true })).toBeNull());
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /What came of it/ }).value).toBe('refunded');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Done' })).toBeNull());
    expect(screen.getByRole('heading', { name: /Call Ada/ })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Take it' })).toBeNull();
  });

  it('says of a link to one that is not in the list that it is not, and shows nobody else’s', async () => {
    const { user } = renderConsole('/tasks?task=k2');
    expect(await screen.findByText('This task is not in this list')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Take it' })).toBeNull();
    await user.click(screen.getByRole('button', { name: /Call Ada/ }));
    expect(await screen.findByRole('button', { name: 'Take it' })).toBeDefined();
  });

  it('is not given back or declined for whoever has it', async () => {
    renderConsole('/tasks?list=taken&task=k2');
    expect(await screen.findByRole('button', { name: 'Done' })).toBeDefined();
    for (const name of ['Give back', 'Decline']) expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('is done by keyboard alone, with what came of it', async () => {
    const { user, requestsOf } = renderConsole('/tasks?task=k1');
    (await screen.findByRole('button', { name: 'Done' })).focus();
    await user.keyboard('{Enter}');
    const field = await screen.findByRole('textbox', { name: /What came of it/ });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('refunded{Enter}');
    await waitFor(() =>
      expect(requestsOf('doneTask')).toEqual([{ body: { customer: 'ada', task: 'k1', outcome: 'refunded' } }]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it.each(['Done', 'Decline', 'Note'])(
    'has the focus at “%s” again when its dialog is left by Escape',
    async (name) => {
      const { user } = renderConsole('/tasks?task=k1');
      await leaveByEscape(user, name);
    },
  );

  it('is declined with a reason, and not without', async () => {
    const { user, requestsOf } = renderConsole('/tasks?task=k1');
    await user.click(await screen.findByRole('button', { name: 'Decline' }));
    const dialog = await screen.findByRole('dialog');
    const decline = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Decline' });
    expect(decline.disabled).toBe(true);
    await user.type(within(dialog).getByRole('textbox', { name: /Why not/ }), 'no number');
    await user.click(decline);
    await waitFor(() =>
      expect(requestsOf('declineTask')).toEqual([{ body: { customer: 'ada', task: 'k1', reason: 'no number' } }]),
    );
  });

  it('can be noted beside', async () => {
    const { user, requestsOf } = renderConsole('/tasks?task=k1');
    await user.click(await screen.findByRole('button', { name: 'Note' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: /For colleagues/ }), 'mornings');
    await user.click(within(dialog).getByRole('button', { name: 'Add the note' }));
    await waitFor(() =>
      expect(requestsOf('noteTask')).toEqual([{ body: { customer: 'ada', task: 'k1', text: 'mornings' } }]),
    );
  });

  it('offers nothing of it to who may only look', async () => {
    renderConsole('/tasks?task=k1', { me: () => meAs('marketer') });
    await screen.findByRole('heading', { name: 'Call Ada: the import lost her data twice' });
    expect(screen.queryByRole('button', { name: 'Take it' })).toBeNull();
  });

  it('stands in the frame beside a conversation, too', async () => {
    const { user, requestsOf } = renderConsole('/agent/ada');
    const panel = await screen.findByRole('region', { name: 'To be done for them' });
    expect(panel.textContent).toContain('Call Ada: the import lost her data twice');
    await user.click(within(panel).getByRole('button', { name: 'Take it' }));
    await waitFor(() => expect(requestsOf('takeTask')).toHaveLength(1));
  });

  it('says what each team has done today of what it can, and shows the work of one alone', async () => {
    const { user, requestsOf, history } = renderConsole('/tasks?list=open');
    const group = await screen.findByRole('group', { name: 'Work of which team' });
    const days = within(group).getAllByRole('button');
    expect(days.map((day) => day.textContent)).toEqual([
      'support31 of 40 today, 3 in hand',
      'onboarding-and-everything-that-comes-after-it5 or more of 4 today',
      'renewals1,204 done today, 1 in hand',
    ]);
    await user.click(within(group).getByRole('button', { name: /support/ }));
    await waitFor(() => expect(history.location.search).toBe('?team=support'));
    await waitFor(() => expect(requestsOf('listTasks').at(-1)).toEqual({ query: { list: 'open', team: 'support' } }));
    await user.click(screen.getByRole('radio', { name: 'Taken' }));
    await waitFor(() => expect(history.location.search).toBe('?list=taken&team=support'));
    await user.click(within(group).getByRole('button', { name: /support/, pressed: true }));
    await waitFor(() => expect(history.location.search).toBe('?list=taken'));
  });

  it('offers no choice where there is one team, and says nothing where there is none', async () => {
    const [only] = teams;
    renderConsole('/tasks', { listTeams: () => ({ since: '2026-03-12T00:00:00.000Z', items: only ? [only] : [] }) });
    expect(await screen.findByText('31 of 40 today, 3 in hand')).toBeDefined();
    expect(screen.queryByRole('group', { name: 'Work of which team' })).toBeNull();
  });

  it.each([
    ['says where what is due next stands, where late work fills what is shown', ['2020-01-01T00:00:00Z'], 'more', true],
    ['says nothing of that where that is all', ['2020-01-01T00:00:00Z'], undefined, false],
    ['says nothing of that where some is not late', ['2020-01-01T00:00:00Z', '2100-01-01T00:00:00Z'], 'more', false],
  ])('%s', async (_, dues, next, isSaid) => {
    const items = dues.map((due, place) => taskAs(place === 0 ? 'k1' : 'odd0', { due }));
    renderConsole('/tasks', { listTasks: () => ({ items, ...(next !== undefined && { next }) }) });
    await screen.findByRole('heading', { name: /Call Ada/ });
    expect(screen.queryByText(/^All of these are late\./) !== null).toBe(isSaid);
  });

  it('says how work comes here, where there is none', async () => {
    renderConsole('/tasks', { listTasks: () => ({ items: [] }), listCrowds: () => ({ items: [] }) });
    expect(await screen.findByText('Nobody waits for a person')).toBeDefined();
  });
});

describe('what was not taken', () => {
  it('says why, event by event, and how many for which reason', async () => {
    renderConsole('/rejects');
    expect(await screen.findByText(/Did you mean order.shipped\?/)).toBeDefined();
    expect(screen.getByRole('checkbox', { name: 'Of an unknown type 3' })).toBeDefined();
  });

  it('puts back those of the reason that one has chosen', async () => {
    const { user, requestsOf } = renderConsole('/rejects');
    await user.click(await screen.findByRole('checkbox', { name: 'Of an unknown type 3' }));
    await user.click(await screen.findByRole('button', { name: 'Put back' }));
    await waitFor(() =>
      expect(requestsOf('redriveRejects')).toEqual([
        { body: { place: 'rejects', reason: 'unknown-type', discard: false } },
      ]),
    );
    expect(await screen.findByText('3 events were put back.')).toBeDefined();
  });

  it('discards only when one is sure', async () => {
    const { user, requestsOf } = renderConsole('/rejects');
    await user.click(await screen.findByRole('button', { name: 'Discard' }));
    const dialog = await screen.findByRole('dialog');
    expect(requestsOf('redriveRejects')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Discard for good' }));
    await waitFor(() => expect(requestsOf('redriveRejects')).toEqual([{ body: { place: 'rejects', discard: true } }]));
  });

  it('offers nothing of it to who may only look', async () => {
    renderConsole('/rejects', { me: () => meAs('marketer') });
    await screen.findByText(/Did you mean order.shipped\?/);
    expect(screen.queryByRole('button', { name: 'Put back' })).toBeNull();
  });
});

describe('audit', () => {
  it('says who did what as what, with before and after', async () => {
    renderConsole('/audit');
    const row = (await screen.findByText('sam@acme.example')).closest('tr');
    expect(row?.textContent).toContain('published');
    expect(row?.textContent).toContain('version: 6 → version: 7');
    expect(screen.getByText('refused')).toBeDefined();
  });

  it('does not say that nobody did anything where nothing was found of one thing', async () => {
    renderConsole('/audit?kind=journey&subject=renewl', { listAudit: () => ({ items: [] }) });
    expect(await screen.findByText('Nothing was done to it')).toBeDefined();
    expect(screen.queryByText('Nobody did anything yet')).toBeNull();
  });

  it('does not say that every event was taken where one reason has none left', async () => {
    renderConsole('/rejects?reason=schema', { listRejects: () => ({ items: [], byReason: { 'no-customer': 2 } }) });
    expect(await screen.findByText('Nothing is left for this reason.')).toBeDefined();
    expect(screen.queryByText(/Every event was taken/)).toBeNull();
  });

  it('asks for all that was done to one thing', async () => {
    const { user, requestsOf } = renderConsole('/audit');
    await user.selectOptions(await screen.findByLabelText('All that was done to'), 'journey');
    await user.type(screen.getByLabelText('Its name'), 'renewal');
    await user.click(screen.getByRole('button', { name: 'Look' }));
    await waitFor(() =>
      expect(requestsOf('listAudit').at(-1)).toEqual({ query: { kind: 'journey', subject: 'renewal' } }),
    );
  });
});

describe('settings', () => {
  it('says who one is, what the stage is, and what each role may', async () => {
    renderConsole('/settings');
    expect((await screen.findByRole('region', { name: 'Roles' })).textContent).toContain('Does everything');
    expect(screen.getByRole('region', { name: 'This stage' }).textContent).toContain('version 7');
    expect(screen.getByRole('region', { name: 'Channels' }).textContent).toContain('Email sends nothing');
  });
});
