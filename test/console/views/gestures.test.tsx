import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../support/fake-api.ts';
import { renderConsole } from '../support/render-console.tsx';
import { gesturesOf } from '../support/world/gestures.ts';
import { meAs } from '../support/world/me.ts';

const panel = () => screen.findByRole('region', { name: 'Gestures' });
const params = { customer: 'ada' };

describe('gestures beside somebody’s story', () => {
  it('say what is left, what may be given, and why the rest may not', async () => {
    renderConsole('/customers/ada');
    const gesturePanel = await panel();
    const left = await within(gesturePanel).findByRole('list', { name: 'What is left' });
    expect(left.textContent).toContain('€282 of €300 left for you this month');
    expect(left.textContent).toContain('€55 of €60 left for this customer this quarter');
    expect(gesturePanel.textContent).toContain('100 points, costs us €1');
    expect(gesturePanel.textContent).toContain('0 of 5 left for you this month');
    expect(gesturePanel.textContent).toContain('Not now: what one person may give in a month is used up.');
    expect(within(gesturePanel).getByRole('button', { name: 'Give: 100 points' })).toBeDefined();
    expect(within(gesturePanel).queryByRole('button', { name: 'Give: a letter' })).toBeNull();
  });

  it('say what was given lately, by whom, and how it stands', async () => {
    renderConsole('/customers/ada');
    const region = await within(await panel()).findByRole('region', { name: 'Given lately' });
    expect(region.textContent).toContain('Your shipping costs back on its way');
    expect(region.textContent).toContain('by sam@acme.example, to be confirmed by');
    expect(region.textContent).toContain('by a journey');
  });

  it('say what the customer was asked to choose from, and what they chose', async () => {
    renderConsole('/customers/ada');
    const region = await within(await panel()).findByRole('region', { name: 'What would help' });
    expect(region.textContent).toContain('They chose: 200 points');
    expect(region.textContent).toContain(
      'Offered: 14 days of your subscription without a charge, 200 points, to choose by',
    );
  });

  it('are given in one click and a yes, with a word why, and asked for again until they are decided', async () => {
    let reads = 0;
    const gesture = { gesture: 'new-points-100', kind: 'points-100', title: '100 points', at: '2026-03-12T10:00:00Z' };
    const console = renderConsole('/customers/ada', {
      listGestures: () => {
        const before = gesturesOf('ada');
        if (reads++ === 0) return before;
        return { ...before, given: [{ ...gesture, state: 'given', mayTakeBack: true }, ...before.given] };
      },
    });
    await console.user.click(await screen.findByRole('button', { name: 'Give: 100 points' }));
    const dialog = await screen.findByRole('dialog', { name: 'Give them this?' });
    await console.user.type(within(dialog).getByLabelText('Why, for colleagues'), 'An hour on the phone.');
    await console.user.click(within(dialog).getByRole('button', { name: 'Give it' }));
    await waitFor(() => expect(console.requestsOf('giveGesture')).toHaveLength(1));
    expect(console.requestsOf('giveGesture')[0]).toEqual({
      params,
      body: { kind: 'points-100', note: 'An hour on the phone.' },
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const lately = await screen.findByRole('region', { name: 'Given lately' });
    await waitFor(() => expect(within(lately).getAllByText('on its way')).toHaveLength(3));
    expect(console.requestsOf('readCustomer').length).toBeGreaterThan(1);
  });

  it('are taken back after a yes', async () => {
    const { user, requestsOf } = renderConsole('/customers/ada');
    await user.click(await screen.findByRole('button', { name: 'Take back: 100 points' }));
    const dialog = await screen.findByRole('dialog', { name: 'Take this back?' });
    await user.click(within(dialog).getByRole('button', { name: 'Take it back' }));
    await waitFor(() =>
      expect(requestsOf('reverseGesture')).toEqual([{ params: { ...params, gesture: 'g0' }, body: {} }]),
    );
  });

  it('give nothing without the yes', async () => {
    const { user, requestsOf } = renderConsole('/customers/ada');
    await user.click(await screen.findByRole('button', { name: 'Give: 100 points' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(requestsOf('giveGesture')).toEqual([]);
  });

  it('say why they were refused, and stay open', async () => {
    const { user } = renderConsole('/customers/ada', {
      giveGesture: () => {
        throw new Refusal(409, 'Conflict', 'Not given: what all together may give in a month is used up.');
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Give: 100 points' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Give it' }));
    expect(await screen.findByText(/what all together may give in a month is used up/)).toBeDefined();
    expect(screen.getByRole('dialog')).toBeDefined();
  });

  it('are shown to who may not give them, without a way to', async () => {
    renderConsole('/customers/ada', { me: () => meAs('marketer') });
    const gesturePanel = await panel();
    await within(gesturePanel).findByRole('list', { name: 'What is left' });
    expect(within(gesturePanel).queryByRole('button')).toBeNull();
  });

  it.each(['/agent/ada', '/tasks'])('stand beside the story at %s too', async (path) => {
    renderConsole(path);
    expect(await screen.findByRole('list', { name: 'What is left' })).toBeDefined();
  });

  it('are nothing to speak of where nothing may be given and nothing was', async () => {
    renderConsole('/customers/bo');
    await screen.findByRole('region', { name: 'Story' });
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Gestures' })).toBeNull());
  });
});
