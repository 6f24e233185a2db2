import type { StepName } from '../../../language/catalogue/definition.ts';
import type { Field } from '../../shared/form/field.ts';

const ID: Field = {
  path: ['id'],
  label: 'Id',
  about: 'Its name in results. People who stand here are found by it: who stands at the old one goes on at the new.',
  kind: 'text',
};
const WITH: Field = {
  path: ['with'],
  label: 'Values for the copy',
  about: 'A line each: name: value. After “= ” it is an expression.',
  kind: 'values',
  placeholder: 'gift: 20',
};
const UNLESS: Field[] = [
  {
    path: ['unless', 'on'],
    label: 'Unless',
    about: 'Not sent if this has happened since they entered, also while it is held.',
    kind: 'event',
    leads: true,
  },
  {
    path: ['unless', 'where'],
    label: 'Unless, only if',
    about: 'A condition on that event, as heard.',
    kind: 'condition',
    needs: ['unless'],
  },
];
const CAP: Field = {
  path: ['cap'],
  label: 'At most here',
  about: 'For one customer, at this step. What is over it is left out.',
  kind: 'text',
  placeholder: '1 per 30 days',
};

const within = (label: string, about: string): Field => ({
  path: ['within'],
  label,
  about,
  kind: 'duration',
  placeholder: '2 days',
});

const steps = (key: string, label: string, about: string, needs?: string): Field => ({
  path: [key],
  label,
  about,
  kind: 'steps',
  ...(needs !== undefined && { needs: [needs] }),
});

const UNSENT = steps('unsent', 'Where it was not sent', 'Suppressed, handed to a person, or failed.');

const named = (key: string, label: string, about: string, kind: Field['kind']): Field => ({
  path: [key],
  label,
  about,
  kind,
  isNeeded: true,
});

const STEP_FIELDS: Record<StepName, readonly Field[]> = {
  send: [named('send', 'Moment', 'What is sent, when the gate is clear.', 'moment'), ...UNLESS, WITH, ID, UNSENT],
  task: [
    named('task', 'Work', 'The moment that tells a colleague what to do.', 'moment'),
    within('To be done within', 'The journey waits for it. Without it the journey goes on at once.'),
    steps('done', 'When it is done', 'Later steps read what the colleague said as heard.outcome.', 'within'),
    steps('undone', 'When it is not done', 'Declined, or nobody did it in time.', 'within'),
    ...UNLESS,
    WITH,
    CAP,
    ID,
    UNSENT,
  ],
  emit: [
    named('emit', 'Event', 'An event of ours, for other systems.', 'event'),
    {
      path: ['confirmed', 'on'],
      label: 'Confirmed by',
      about: 'What follows waits for this event, by which the other system says that it is done.',
      kind: 'event',
      leads: true,
    },
    {
      path: ['confirmed', 'where'],
      label: 'Confirmed, only if',
      about: 'A condition on that event, as heard.',
      kind: 'condition',
      needs: ['confirmed'],
    },
    {
      path: ['confirmed', 'within'],
      label: 'Confirmed within',
      about: 'How long to wait for that.',
      kind: 'duration',
      placeholder: '1 hour',
      isNeeded: true,
      needs: ['confirmed'],
    },
    steps('unconfirmed', 'Where it was not confirmed', 'Instead of what follows.', 'confirmed'),
    WITH,
    CAP,
    ID,
    UNSENT,
  ],
  give: [
    {
      path: ['give', 'fits'],
      label: 'What for',
      about: 'What it makes up for: a word under fits in gestures.yaml.',
      kind: 'text',
    },
    {
      path: ['give', 'atMost'],
      label: 'At most',
      about: 'What it may cost. The first kind in gestures.yaml that fits is given.',
      kind: 'text',
      placeholder: '20 EUR',
    },
    {
      path: ['give', 'chosen'],
      label: 'Or as they choose',
      about: 'In place of what for: the moment before it that offers gestures.',
      kind: 'moment',
    },
    {
      path: ['give', 'within'],
      label: 'Choose within',
      about: 'How long they may choose.',
      kind: 'duration',
      placeholder: '3 days',
      needs: ['give', 'chosen'],
    },
    steps('given', 'When it is given', 'Copy may print gesture.title and gesture.value here.'),
    steps('none', 'Where nothing could be given', 'Nothing fits, or a budget is used up.'),
    steps('unchosen', 'Where they chose nothing', 'They were not asked, or did not say in time.'),
    steps('unconfirmed', 'Where it was not confirmed', 'Nobody said in time that it is done, or it was refused.'),
    WITH,
    CAP,
    ID,
  ],
  listen: [
    named('listen', 'For', 'An event, several with commas, or a moment that asks: then its answer.', 'names'),
    { ...within('For how long', 'After this time it counts as silence.'), isNeeded: true },
    { path: ['where'], label: 'Only if', about: 'A condition on what is heard.', kind: 'condition' },
    ID,
    steps('heard', 'When it is heard', 'Later steps read its fields as heard.'),
    steps('silent', 'When it is not', 'Nothing came in time.'),
  ],
  wait: [{ ...named('wait', 'How long', 'Such as 3 days or 4 hours.', 'duration'), placeholder: '3 days' }, ID],
  'wait-until': [
    {
      path: ['wait', 'until'],
      label: 'Until',
      about: 'A date of the event or the customer. One that is missing counts as past.',
      kind: 'condition',
      isNeeded: true,
    },
    {
      path: ['wait', 'offset'],
      label: 'Before or after',
      about: 'Such as -30 days or 2 hours.',
      kind: 'duration',
      placeholder: '-30 days',
    },
    ID,
    steps('reached', 'When the date comes', 'It came while they waited.'),
    steps('past', 'When it had passed', 'Before the wait began.'),
  ],
  choose: [ID],
  split: [
    {
      path: ['split'],
      label: 'Name',
      about: 'Of the split, and of the step in results.',
      kind: 'text',
      isNeeded: true,
    },
  ],
  repeat: [
    {
      path: ['repeat', 'every'],
      label: 'Every',
      about: 'From one turn to the next.',
      kind: 'duration',
      isNeeded: true,
    },
    { path: ['repeat', 'atMost'], label: 'At most', about: 'So many turns.', kind: 'number', isNeeded: true },
    {
      path: ['repeat', 'until', 'on'],
      label: 'Until',
      about: 'It ends as soon as this has happened, also while it waits.',
      kind: 'event',
      leads: true,
    },
    {
      path: ['repeat', 'until', 'where'],
      label: 'Until, only if',
      about: 'A condition on that event, as heard.',
      kind: 'condition',
      needs: ['repeat', 'until'],
    },
    ID,
    steps('steps', 'In each turn', 'What happens every time.'),
  ],
  exit: [ID],
};

/** What is asked way by way and arm by arm, or said by the step's being there. */
export const WAYS: Partial<Record<StepName, readonly string[]>> = {
  choose: ['choose', 'choose.when', 'choose.steps', 'choose.otherwise'],
  split: ['arms', 'arms.*.share', 'arms.*.steps'],
  exit: ['exit'],
};

/** What the form of a kind of step asks, beside its ways. */
export const stepFields = (kind: StepName): readonly Field[] => STEP_FIELDS[kind];
