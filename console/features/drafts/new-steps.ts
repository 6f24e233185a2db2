import type { Value } from '../../../language/edit/operation.ts';

/** What can be put into a journey, as it is written at first. */
export const NEW_STEPS: readonly { kind: string; label: string; about: string; value: Value }[] = [
  { kind: 'send', label: 'Send a moment', about: 'A message, when the gate is clear', value: { send: 'a-moment' } },
  { kind: 'wait', label: 'Wait', about: 'For some time', value: { wait: '1 day' } },
  {
    kind: 'listen',
    label: 'Listen',
    about: 'For something that the customer does',
    value: { listen: 'an.event', within: '2 days' },
  },
  {
    kind: 'choose',
    label: 'Choose',
    about: 'A way by a condition',
    value: { choose: [{ when: 'customer.mood = "negative"', steps: [] }, { otherwise: [] }] },
  },
  {
    kind: 'split',
    label: 'Try two ways',
    about: 'A/B, drawn by chance, and compared',
    value: { split: 'which-way', arms: { one: { share: 50, steps: [] }, other: { share: 50, steps: [] } } },
  },
  { kind: 'task', label: 'Ask a person', about: 'Work for a colleague', value: { task: 'a-moment' } },
  { kind: 'emit', label: 'Tell systems', about: 'An event of ours: points, a credit', value: { emit: 'an.event' } },
  {
    kind: 'give',
    label: 'Give something',
    about: 'A gesture that fits, within its budgets',
    value: { give: { fits: 'service-failure' }, given: [], none: [] },
  },
  { kind: 'exit', label: 'End here', about: 'The journey ends for this customer', value: { exit: true } },
];
