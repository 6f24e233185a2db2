import type { InboxNow } from '../../../../functions/api/contract/inbox.ts';
import { at } from './time.ts';

const question: InboxNow['messages'][number] = {
  id: 'e1/trust-question/5',
  at: at(-1, 9),
  journey: 'renewal',
  moment: 'trust-question',
  purpose: 'relationship',
  title: 'Do you trust us?',
  text: 'Two minutes, honestly.',
  html: '<p>Two minutes, <strong>honestly</strong>.</p>',
  asks: {
    question: 'Do you believe that we act in your best interest?',
    choices: [{ label: '1', means: 'no, never', url: 'https://x.example/answer/t?answer=1&a=">' }],
  },
};

/** Ada has a message that she has not read, and one that she has; nobody shows others anything. */
export const inboxOf = (customer: string): InboxNow =>
  customer === 'ada'
    ? {
        isOpen: true,
        unread: 1,
        messages: [question, { ...question, id: 'e1/tip/2', title: 'A tip', asks: undefined, readAt: at(-1, 10) }],
      }
    : { isOpen: false, unread: 0, messages: [] };
