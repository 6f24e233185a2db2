import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { StoryLine } from '../../../functions/api/contract/customers.ts';
import { renderConsole } from '../support/render-console.tsx';
import { meAs } from '../support/world/me.ts';
import { storyOf } from '../support/world/story.ts';
import { at } from '../support/world/time.ts';

const question: StoryLine = {
  at: at(-1),
  tone: 'sent',
  title: 'Sent: do you trust us',
  asks: { scale: 'trust' },
  entry: {
    kind: 'decision',
    at: at(-1),
    customer: 'ada',
    journey: 'service-recovery',
    enrolment: 'e7',
    step: 'send-trust-question',
    visit: 9,
    moment: 'trust-question',
    purpose: 'relationship',
    because: '',
    outcome: 'sent',
    reason: 'clear',
    channel: 'email',
  },
};

const readCustomer = ({ params: { customer } }: { params: { customer: string } }) => ({
  ...storyOf(customer),
  timeline: [question],
});

describe('in a customer’s place', () => {
  it('one answers a question by one point of its scale, with their words', async () => {
    const { user, requestsOf } = renderConsole('/customers/ada', { readCustomer });
    const panel = await screen.findByRole('region', { name: 'Answer as this customer' });
    await user.type(within(panel).getByLabelText('In their words'), 'Nobody called.');
    await user.click(within(panel).getByRole('button', { name: 'Answer 2' }));
    await waitFor(() =>
      expect(requestsOf('answerAs')).toEqual([
        {
          params: { customer: 'ada' },
          body: { message: 'e7/send-trust-question/9', score: 2, text: 'Nobody called.' },
        },
      ]),
    );
    expect(await screen.findByText('Answered as they would: feedback.received.')).toBeDefined();
  });

  it('one sends an event of theirs, each field as its type takes it, and is told what came of it', async () => {
    const { user, requestsOf } = renderConsole('/customers/ada');
    const panel = await screen.findByRole('region', { name: 'Send an event about them' });
    await user.click(within(panel).getByRole('combobox', { name: 'Event' }));
    await user.click(await screen.findByRole('option', { name: 'support.ticket_opened' }));
    const send = within(panel).getByRole('button', { name: 'Send' });
    expect(send.hasAttribute('disabled')).toBe(true);
    await user.type(within(panel).getByLabelText(/ticketId/), 't-1');
    await user.type(within(panel).getByLabelText('stars'), '4');
    await user.click(send);
    expect((await within(panel).findByRole('status')).textContent).toContain('It was taken');
    expect(requestsOf('sendEvents')).toEqual([
      { body: { 'detail-type': 'support.ticket_opened', detail: { customerId: 'ada', ticketId: 't-1', stars: 4 } } },
    ]);
  });

  it('nobody answers for a real customer, and who may send their events is warned', async () => {
    const me = () => ({ ...meAs('admin'), stage: 'production', isLocal: false, isKept: true });
    renderConsole('/customers/ada', { me, readCustomer });
    const panel = await screen.findByRole('region', { name: 'Send an event about them' });
    expect(within(panel).getByRole('alert').textContent).toContain('This is a real customer');
    expect(screen.queryByRole('region', { name: 'Answer as this customer' })).toBeNull();
  });

  it('who may not, is offered neither', async () => {
    renderConsole('/customers/ada', { me: () => meAs('agent'), readCustomer });
    expect(await screen.findByRole('region', { name: 'Story' })).toBeDefined();
    expect(screen.queryByRole('region', { name: 'Answer as this customer' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Send an event about them' })).toBeNull();
  });
});
