import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../support/fake-api.ts';
import { renderConsole } from '../support/render-console.tsx';
import { meAs } from '../support/world/me.ts';
import { HOSTILE, people } from '../support/world/people.ts';
import { storyOf } from '../support/world/story.ts';
import { NOW } from '../support/world/time.ts';

const region = (name: string) => screen.findByRole('region', { name });

describe('a customer’s page', () => {
  it('says by whose clock a decision was, where one asks why', async () => {
    const { user } = renderConsole('/customers/ada');
    await user.click(await screen.findByRole('button', { name: /^Why: Held/ }));
    const drawer = await screen.findByRole('dialog');
    expect(within(drawer).getByText(/\d\d:\d\d/, { selector: 'time' }).parentElement?.textContent).toContain(
      `(${storyOf('ada').zone})`,
    );
  });

  it('says who they are, since when, and how late it is for them', async () => {
    renderConsole('/customers/ada');
    expect(await screen.findByRole('heading', { level: 1, name: /Ada Lovelace/ })).toBeDefined();
    expect(
      screen.getByText(/customer for 14 months · last heard 2 days ago · 06:24 for them \(America\/New_York\)/),
    ).toBeDefined();
  });

  it('tells their times by their own clocks', async () => {
    renderConsole('/customers/ada');
    const story = await region('Story');
    expect(within(story).getByRole('region', { name: 'Thu 12 Mar' }).textContent).toContain('05:05');
  });

  it('says of the mood what moved it, and for who hears the page what the line shows', async () => {
    renderConsole('/customers/ada');
    const mood = await region('Mood, and what moved it');
    expect(within(mood).getByRole('img').getAttribute('aria-label')).toBe(
      'Mood from Fri 20 Feb to Thu 12 Mar: lowest −0.62, now −0.48, on a scale from −1 to +1.',
    );
    expect(mood.textContent).toContain('+0.20 → −0.62');
    expect(mood.textContent).toContain('You opened a ticket, and sounded upset');
  });

  it('opens the why of a decision, with what would have changed it, and gives the focus back', async () => {
    const { user } = renderConsole('/customers/ada');
    const ask = await screen.findByRole('button', { name: 'Why: Held: what you got out of this year' });
    await user.click(ask);
    const drawer = await screen.findByRole('dialog');
    expect(drawer.textContent).toContain('If the ticket were closed, it would have gone out at once.');
    expect(drawer.textContent).toContain('You have an open request with us, and that comes first.');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(ask));
  });

  it('shows the very message that went out', async () => {
    const { user } = renderConsole('/customers/ada');
    await user.click(await screen.findByRole('button', { name: /Why: Sent: a tip for your team/ }));
    expect((await screen.findByRole('dialog')).textContent).toContain('invite them from the menu at the top right');
  });

  it('says what was promised to them, what is owed first, and what became of it', async () => {
    renderConsole('/customers/ada');
    const promised = await region('What we promised');
    const rows = within(promised).getAllByText('We have your question');
    expect(rows).toHaveLength(2);
    expect(promised.textContent).toMatch(/owed.*kept late.*done .* by support\.ticket_resolved/s);
  });

  it('says what they asked for in their own words, and lets a colleague take it away or note more', async () => {
    const { user, requestsOf } = renderConsole('/customers/ada');
    const panel = await region('What they asked for');
    expect(panel.textContent).toContain('An export to CSV would help me.');
    await user.click(within(panel).getByRole('button', { name: 'Take away Export: they do not ask for it' }));
    await user.selectOptions(within(panel).getByRole('combobox', { name: 'Theme' }), 'dark-theme');
    await user.type(within(panel).getByRole('textbox', { name: 'In their words' }), 'At night');
    await user.click(within(panel).getByRole('button', { name: 'Note it' }));
    await waitFor(() =>
      expect(requestsOf('setTheme').map(({ body }) => body)).toEqual([
        { theme: 'export', choice: 'removed' },
        { theme: 'dark-theme', choice: 'set', quote: 'At night' },
      ]),
    );
  });

  it('shows what is in their account as a product may, without reading it for them', async () => {
    const { user, requestsOf } = renderConsole('/customers/ada');
    const inbox = await region('In their account');
    await within(inbox).findByText('1 unread message');
    await user.click(within(inbox).getByText('Do you trust us?'));
    const frame = await within(inbox).findByTitle<HTMLIFrameElement>('In their account: Do you trust us?');
    expect(frame.getAttribute('sandbox')).toBe('');
    const page = frame.getAttribute('srcdoc') ?? '';
    expect(page).toContain('<p>Two minutes, <strong>honestly</strong>.</p>');
    expect(page).toContain('href="https://x.example/answer/t?answer=1&#38;a=&#34;&#62;" aria-label="1 (no, never)"');
    expect(requestsOf('readInbox')).toHaveLength(1);
  });

  it('says nothing of an account where no product shows one', async () => {
    renderConsole('/customers/bo');
    await region('Story');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'In their account' })).toBeNull());
  });

  it('narrows the story to what they got, and what was kept back', async () => {
    const { user } = renderConsole('/customers/ada');
    const story = await region('Story');
    await user.click(within(story).getByRole('radio', { name: 'What was kept back' }));
    await waitFor(() => expect(within(story).queryByText('Sent: a tip for your team, by email')).toBeNull());
    expect(within(story).getByText('Held: what you got out of this year')).toBeDefined();
  });

  it('has what came before when it is asked for', async () => {
    const old = { ...storyOf('ada').timeline[5], title: 'Entered long ago' };
    const { user } = renderConsole('/customers/ada', {
      readCustomer: ({ query }) => {
        if (query.after !== 'more') return storyOf('ada');
        const { older: _, ...last } = storyOf('ada');
        return { ...last, timeline: [old as (typeof last)['timeline'][number]] };
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Show what came before' }));
    expect(await screen.findByText('Entered long ago')).toBeDefined();
    expect(screen.getByText('Held: what you got out of this year')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Show what came before' })).toBeNull();
  });

  it('changes a choice on their behalf, and says how they asked', async () => {
    const { user, requestsOf } = renderConsole('/customers/ada');
    const choices = await region('What they chose');
    await user.type(within(choices).getByLabelText('How they asked for it'), 'on the phone');
    await user.click(within(choices).getByRole('switch', { name: 'Product tips' }));
    await waitFor(() => expect(requestsOf('setPreferences')).toHaveLength(1));
    expect(requestsOf('setPreferences')[0]).toEqual({
      params: { customer: 'ada' },
      body: { topics: { 'product-tips': 'withdrawn' }, asked: 'on the phone' },
    });
  });

  it('has a topic on where nobody chose and it is written of, so that it can be withdrawn at once', async () => {
    const { user, requestsOf } = renderConsole('/customers/ada');
    const surveys = within(await region('What they chose')).getByLabelText<HTMLInputElement>(/^Surveys/);
    expect(surveys.checked).toBe(true);
    expect(screen.getByText('not chosen yet: we write')).toBeDefined();
    await user.click(surveys);
    await waitFor(() => expect(requestsOf('setPreferences')[0]?.body).toEqual({ topics: { surveys: 'withdrawn' } }));
  });

  it.each([
    ['fewer', 'asked for fewer messages'],
    ['necessary', 'wants only what they must know'],
  ] as const)('says at once that they chose %s', async (frequency, says) => {
    const story = storyOf('ada');
    renderConsole('/customers/ada', {
      readCustomer: () => ({ ...story, preferences: { ...story.preferences, frequency } }),
    });
    expect(await screen.findByText(says)).toBeDefined();
  });

  it('changes how often and when not on their behalf, as long as enough of a day stays open', async () => {
    const { user, requestsOf } = renderConsole('/customers/ada');
    const choices = within(await region('What they chose'));
    await user.selectOptions(choices.getByLabelText('How often'), 'half as often');
    await waitFor(() => expect(requestsOf('setPreferences')[0]?.body).toEqual({ frequency: 'fewer' }));
    const give = choices.getByRole('button', { name: 'Give them these quiet hours' });
    await user.selectOptions(choices.getByLabelText('Quiet to'), '20:00');
    expect(give.hasAttribute('disabled')).toBe(true);
    await user.selectOptions(choices.getByLabelText('Quiet to'), '09:00');
    await user.click(give);
    await waitFor(() =>
      expect(requestsOf('setPreferences')[1]?.body).toEqual({ hours: { from: '21:00', to: '09:00' } }),
    );
  });

  it('notes something for colleagues, and clears the field', async () => {
    const { user, requestsOf } = renderConsole('/customers/ada');
    const field = await screen.findByLabelText('For colleagues');
    const add = screen.getByRole('button', { name: 'Add the note' });
    expect(add.hasAttribute('disabled')).toBe(true);
    await user.type(field, 'Call after five');
    await user.click(add);
    await waitFor(() => expect(requestsOf('addNote').map(({ body }) => body)).toEqual([{ text: 'Call after five' }]));
    await waitFor(() => expect((field as HTMLTextAreaElement).value).toBe(''));
  });

  it('keeps nothing that was typed for one on the page of another', async () => {
    const { user, history } = renderConsole('/customers/c-2');
    await screen.findByRole('heading', { level: 1, name: /Grace/ });
    history.push('/customers/ada');
    await screen.findByRole('heading', { level: 1, name: /Ada/ });
    await user.type(within(await region('Notes')).getByRole('textbox'), 'Only for Ada');
    await user.type(screen.getByRole('textbox', { name: 'How they asked for it' }), 'On the phone');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Quiet from' }), '19:00');
    history.back();
    await screen.findByRole('heading', { level: 1, name: /Grace/ });
    expect(screen.queryByDisplayValue('Only for Ada')).toBeNull();
    expect(screen.queryByDisplayValue('On the phone')).toBeNull();
    expect(screen.queryByDisplayValue('19:00')).toBeNull();
  });

  it('erases only after their id was typed', async () => {
    const { user, requestsOf, history } = renderConsole('/customers/ada');
    await user.click(await screen.findByRole('button', { name: 'Erase' }));
    const dialog = await screen.findByRole('dialog');
    const button = within(dialog).getByRole('button', { name: 'Erase for good' });
    await user.type(within(dialog).getByRole('textbox'), 'ad');
    expect(button.hasAttribute('disabled')).toBe(true);
    await user.type(within(dialog).getByRole('textbox'), 'a');
    await user.click(button);
    await waitFor(() => expect(requestsOf('eraseCustomer')).toEqual([{ params: { customer: 'ada' } }]));
    await waitFor(() => expect(history.location.pathname).toBe('/customers'));
  });

  it('shows nothing of whom it erased when one goes back', async () => {
    let isErased = false;
    const { user, history } = renderConsole('/customers/ada', {
      readCustomer: () => {
        if (isErased) throw new Refusal(404, 'Nobody', 'Nobody is known by this id.');
        return storyOf('ada');
      },
      eraseCustomer: () => {
        isErased = true;
        return { says: 'Everything about them is being erased.' };
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Erase' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox'), 'ada');
    await user.click(within(dialog).getByRole('button', { name: 'Erase for good' }));
    await screen.findByRole('heading', { level: 1, name: 'Customers' });
    history.back();
    expect(await screen.findByRole('heading', { level: 1, name: 'ada' })).toBeDefined();
    expect(screen.queryByText(/Lovelace/)).toBeNull();
    expect(await screen.findByText('Nobody is known by this id.')).toBeDefined();
  });

  it('shows nothing of who is gone by now', async () => {
    let isGone = false;
    const { queries } = renderConsole('/customers/ada', {
      readCustomer: () => {
        if (isGone) throw new Refusal(404, 'Nobody', 'Nobody is known by this id.');
        return storyOf('ada');
      },
    });
    await screen.findByRole('heading', { level: 1, name: /Ada Lovelace/ });
    isGone = true;
    void queries.invalidateQueries({ queryKey: ['readCustomer'] });
    expect(await screen.findByText('Nobody is known by this id.')).toBeDefined();
    expect(screen.queryByText(/Lovelace/)).toBeNull();
  });

  it('offers a marketer nothing that only others may', async () => {
    renderConsole('/customers/ada', { me: () => meAs('marketer') });
    await region('What they chose');
    expect(screen.queryByRole('button', { name: 'Erase' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
    expect(screen.queryByLabelText('For colleagues')).toBeNull();
    expect(screen.getByRole('switch', { name: 'Offers' }).hasAttribute('disabled')).toBe(true);
  });

  it('says who may, where it is refused all the same, such as to whom a role was just taken from', async () => {
    renderConsole('/customers/ada', {
      readCustomer: () => {
        throw new Refusal(
          403,
          'Forbidden',
          'You are here as viewer; to see customers one needs to be marketer, publisher, agent or admin.',
        );
      },
    });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('one needs to be marketer');
    expect(within(alert).queryByRole('button')).toBeNull();
  });

  it.each(HOSTILE)('shows the name %j as it is, and runs nothing of it', async (name) => {
    const { customer } = people.find((one) => one.name === name) ?? { customer: '' };
    const { requestsOf, container } = renderConsole(`/customers/${encodeURIComponent(customer)}`);
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toContain(name));
    expect(requestsOf('readCustomer')[0]).toMatchObject({ params: { customer } });
    expect(container.querySelectorAll('script, img[src=x]')).toHaveLength(0);
  });
});

describe('the page for an agent’s frame', () => {
  it('says in one look how they feel, what is open, what was said and what comes next, without the navigation', async () => {
    renderConsole('/agent/ada');
    expect((await region('What is open')).textContent).toContain('ticket');
    expect((await region('How they feel')).textContent).toContain('If nothing else happens, it clears');
    expect((await region('What was said, and by whom')).textContent).toContain('Sent: a tip for your team');
    expect((await region('What comes next')).textContent).toContain('The wait is over');
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(screen.getByRole('link', { name: 'The whole story, in the console' }).getAttribute('target')).toBe('_blank');
  });
});

describe('customers', () => {
  it('finds them by what one types, and keeps it in the address', async () => {
    const { user, history } = renderConsole('/customers');
    await screen.findByRole('link', { name: 'Grace' });
    await user.type(screen.getByRole('searchbox'), 'lovelace');
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Grace' })).toBeNull());
    expect((await screen.findByRole('link', { name: 'Ada Lovelace' })).getAttribute('href')).toBe('/customers/ada');
    expect(history.location.search).toBe('?q=lovelace');
  });

  it('says what to try where nobody is found, and what to do first where nobody is known', async () => {
    const { unmount } = renderConsole('/customers?q=nobody');
    expect(await screen.findByText('Nobody is found by “nobody”')).toBeDefined();
    unmount();
    renderConsole('/customers', { searchCustomers: () => ({ items: [] }) });
    expect(await screen.findByText(/Customers appear with their first event/)).toBeDefined();
  });

  it('keeps a view in this browser, and opens it again', async () => {
    const { user, history, unmount } = renderConsole('/customers?q=ada');
    await user.click(await screen.findByRole('button', { name: 'Save this view' }));
    await user.type(await screen.findByLabelText('Name'), 'All Adas');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('button', { name: 'All Adas' })).toBeDefined();
    expect(history.location.search).toBe('?q=ada');
    unmount();
    const again = renderConsole('/customers');
    await again.user.click(await screen.findByRole('button', { name: 'All Adas' }));
    await waitFor(() => expect(again.history.location.search).toBe('?q=ada'));
    await again.user.click(screen.getByRole('button', { name: 'Forget the view All Adas' }));
    expect(screen.queryByRole('button', { name: 'All Adas' })).toBeNull();
  });

  it('asks for the next page by the cursor that the last one gave', async () => {
    const { user, requestsOf } = renderConsole('/customers', {
      searchCustomers: ({ query: { after } }) =>
        after === 'c1'
          ? { items: [{ ...(people[1] as (typeof people)[number]), changedAt: NOW }] }
          : { items: people.slice(0, 1), next: 'c1' },
    });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('link', { name: 'Grace' })).toBeDefined();
    expect(requestsOf('searchCustomers').map(({ query }) => query)).toEqual([{}, { after: 'c1' }]);
  });

  it('says why the next page did not come, keeps what is there, and asks for that page again', async () => {
    let isBroken = true;
    const { user, requestsOf } = renderConsole('/customers', {
      searchCustomers: ({ query: { after } }) => {
        if (after !== 'c1') return { items: people.slice(0, 1), next: 'c1' };
        if (isBroken) throw new Refusal(500, 'Internal Server Error', 'Look into the log, then try again.');
        return { items: [{ ...(people[1] as (typeof people)[number]), changedAt: NOW }] };
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Look into the log, then try again.');
    expect(screen.getByRole('link', { name: 'Ada Lovelace' })).toBeDefined();
    expect(screen.queryByText(/This is as it was/)).toBeNull();
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Grace' })).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(requestsOf('searchCustomers').map(({ query }) => query)).toEqual([{}, { after: 'c1' }, { after: 'c1' }]);
  });
});
