import type { Message } from '../../functions/deliver/channel.ts';

const ENROLMENT = '0123456789abcdef0123456789abcdef';

/** A message as deliver gives it to a channel. */
export const message = (more: Partial<Message> = {}): Message => ({
  id: `${ENROLMENT}/send-welcome/1`,
  customer: 'ada',
  journey: 'onboarding',
  enrolment: ENROLMENT,
  step: 'send-welcome',
  visit: 1,
  moment: 'welcome',
  purpose: 'relationship',
  topic: 'getting-started',
  channel: 'email',
  to: 'ada@example.com',
  subject: 'Welcome, Ada',
  text: 'Good to have you.',
  html: '<p>Good to have you.</p>',
  headers: {
    'List-Unsubscribe': '<https://x.example/unsubscribe/t>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
  ...more,
});
