import type { Value } from '../../../language/edit/operation.ts';

/** A field of a step's form. */
export interface StepField {
  key: string;
  label: string;
  about: string;
  kind: 'moment' | 'event' | 'duration' | 'condition' | 'text' | 'number' | 'values';
  /** A path inside the step, where it is deeper. */
  path?: readonly (string | number)[];
  placeholder?: string;
}

const ID: StepField = {
  key: 'id',
  label: 'Id',
  about: 'Its name in results. People who stand here are found by it: who stands at the old one goes on at the new.',
  kind: 'text',
};
const WITH: StepField = {
  key: 'with',
  label: 'Values for the copy',
  about: 'A line each: name: value. After “= ” it is an expression.',
  kind: 'values',
};
const UNLESS: StepField = {
  key: 'unless.on',
  path: ['unless', 'on'],
  label: 'Unless',
  about: 'Not sent if this has happened since they entered.',
  kind: 'event',
};
const WITHIN: StepField = {
  key: 'within',
  label: 'For how long',
  about: 'After this time it counts as silence.',
  kind: 'duration',
  placeholder: '2 days',
};

const FIELDS: Record<string, StepField[]> = {
  send: [
    { key: 'send', label: 'Moment', about: 'What is sent, when the gate is clear.', kind: 'moment' },
    UNLESS,
    WITH,
    ID,
  ],
  task: [
    { key: 'task', label: 'Work', about: 'The moment that tells a colleague what to do.', kind: 'moment' },
    WITH,
    ID,
  ],
  emit: [{ key: 'emit', label: 'Event', about: 'An event of ours, for other systems.', kind: 'event' }, WITH, ID],
  give: [
    {
      key: 'give.fits',
      path: ['give', 'fits'],
      label: 'What for',
      about: 'What it makes up for: a word under fits in gestures.yaml.',
      kind: 'text',
    },
    {
      key: 'give.atMost',
      path: ['give', 'atMost'],
      label: 'At most',
      about: 'What it may cost. The first kind in gestures.yaml that fits is given.',
      kind: 'text',
      placeholder: '20 EUR',
    },
    {
      key: 'give.chosen',
      path: ['give', 'chosen'],
      label: 'Or as they choose',
      about: 'In place of what for: a moment before it that offers gestures.',
      kind: 'moment',
    },
    {
      key: 'give.within',
      path: ['give', 'within'],
      label: 'Choose within',
      about: 'How long they may choose; after this the step goes on at unchosen.',
      kind: 'duration',
      placeholder: '3 days',
    },
    WITH,
    ID,
  ],
  listen: [
    { key: 'listen', label: 'For', about: 'An event, or a moment that asks: then its answer.', kind: 'text' },
    WITHIN,
    { key: 'where', label: 'Only if', about: 'A condition on what is heard.', kind: 'condition' },
    ID,
  ],
  wait: [
    { key: 'wait', label: 'How long', about: 'Such as 3 days or 4 hours.', kind: 'duration', placeholder: '3 days' },
    ID,
  ],
  'wait-until': [
    {
      key: 'wait.until',
      path: ['wait', 'until'],
      label: 'Until',
      about: 'A date of the event or the customer.',
      kind: 'condition',
    },
    {
      key: 'wait.offset',
      path: ['wait', 'offset'],
      label: 'Before or after',
      about: 'Such as -30 days or 2 hours.',
      kind: 'duration',
      placeholder: '-30 days',
    },
    ID,
  ],
  choose: [ID],
  split: [],
  repeat: [
    {
      key: 'repeat.every',
      path: ['repeat', 'every'],
      label: 'Every',
      about: 'From one turn to the next.',
      kind: 'duration',
    },
    { key: 'repeat.atMost', path: ['repeat', 'atMost'], label: 'At most', about: 'So many turns.', kind: 'number' },
    ID,
  ],
  exit: [],
};

export const fieldsOf = (kind: string): readonly StepField[] => FIELDS[kind] ?? [];

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
