import type { StoryLine } from '../../../../functions/api/contract/customers.ts';
import { at } from './time.ts';

const decision = (more: Record<string, unknown>) => ({
  kind: 'decision' as const,
  customer: 'ada',
  journey: 'renewal',
  enrolment: 'e1',
  step: 'recap',
  visit: 1,
  moment: 'value-recap',
  purpose: 'relationship' as const,
  because: '',
  ...more,
});

export const lines: StoryLine[] = [
  {
    at: at(0, 9, 5),
    tone: 'held',
    title: 'Held: what you got out of this year',
    reason: 'a ticket is open',
    because: 'You have an open request with us, and that comes first.',
    until: at(1, 9),
    entry: { ...decision({ outcome: 'held', reason: 'open-incident' }), at: at(0, 9, 5) } as StoryLine['entry'],
    grounds: {
      rested: [
        'Ticket t1 is open since Tue 10 Mar, 14:12.',
        'The policy holds relationship messages while a ticket is open.',
      ],
      otherwise: [
        'If the ticket were closed, it would have gone out at once.',
        'If its purpose were care, it would have gone out.',
      ],
    },
  },
  {
    at: at(-1, 15, 40),
    tone: 'person',
    title: 'A colleague was asked to call',
    reason: 'their mood is negative',
    because: 'We would rather talk to you in person.',
    entry: {
      ...decision({ outcome: 'sent', reason: 'clear', channel: 'agent', moment: 'recovery-call' }),
      at: at(-1, 15, 40),
    } as StoryLine['entry'],
    grounds: { rested: ['Nothing stood against it.'], otherwise: [] },
  },
  {
    at: at(-2, 14, 12),
    tone: 'bad',
    title: 'A bad sign (−0.80)',
    reason: 'You opened a ticket: “the import has lost my data, again”',
    entry: {
      kind: 'signal',
      customer: 'ada',
      at: at(-2, 14, 12),
      event: 'ticket.opened',
      value: -0.8,
      weight: 1,
      because: 'you opened a ticket',
    },
  },
  {
    at: at(-6, 8, 1),
    tone: 'sent',
    title: 'Sent: a tip for your team, by email',
    because: 'You asked for product tips.',
    entry: {
      ...decision({ outcome: 'sent', reason: 'clear', channel: 'email', moment: 'tip-team', step: 'tip' }),
      at: at(-6, 8, 1),
    } as StoryLine['entry'],
    grounds: { rested: ['Nothing stood against it.'], otherwise: [] },
    message: {
      id: 'm1',
      at: at(-6, 8, 1),
      journey: 'onboarding',
      step: 'tip',
      moment: 'tip-team',
      purpose: 'relationship',
      channel: 'email',
      to: 'ada@analytical.example',
      subject: 'Three people, one workspace',
      text: 'Dear Ada,\n\ninvite them from the menu at the top right. It takes a minute.\n\nYours, the team',
      headers: {},
    },
  },
  {
    at: at(-6, 7, 58),
    tone: 'good',
    title: 'A good sign (+0.40)',
    reason: 'You gave us a 9 of 10',
    entry: {
      kind: 'signal',
      customer: 'ada',
      at: at(-6, 7, 58),
      event: 'survey.answered',
      value: 0.4,
      weight: 1,
      because: 'you gave us a 9',
    },
  },
  {
    at: at(-20, 9),
    tone: 'plain',
    title: 'Entered Onboarding',
    reason: 'after account.created',
    entry: {
      kind: 'entered',
      customer: 'ada',
      at: at(-20, 9),
      journey: 'onboarding',
      enrolment: 'e0',
      event: 'account.created',
      arms: {},
    },
  },
];
