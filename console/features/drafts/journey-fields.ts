import { Purpose } from '../../../language/catalogue/kind.ts';
import type { Field } from '../../shared/form/field.ts';

/** What the form of a journey asks. Its exits have a form of their own. */
export const JOURNEY_FIELDS: readonly Field[] = [
  {
    path: ['journey'],
    label: 'Id',
    about: 'What results, tests and other journeys call it. A new id is a new journey.',
    kind: 'shown',
  },
  { path: ['title'], label: 'Title', about: 'What people call it.', kind: 'text', isNeeded: true },
  { path: ['about'], label: 'About', about: 'What it is for, in a sentence.', kind: 'text' },
  {
    path: ['purpose'],
    label: 'Purpose',
    about: 'Why it writes: what its moments are, unless one says otherwise.',
    kind: 'choice',
    options: Purpose.options.map((purpose) => ({ value: purpose, label: purpose })),
    isNeeded: true,
  },
  {
    path: ['enter', 'on'],
    label: 'Who enters: on',
    about: 'The event by which customers enter; several with commas.',
    kind: 'event',
    isNeeded: true,
  },
  { path: ['enter', 'when'], label: 'Only when', about: 'A condition.', kind: 'condition' },
  { path: ['enter', 'again'], label: 'Again', about: 'never, always, or after 90 days.', kind: 'text' },
  {
    path: ['enter', 'per'],
    label: 'One for each',
    about: 'Such as event.subscriptionId. Without it one at a time.',
    kind: 'condition',
  },
  {
    path: ['goal', 'on'],
    label: 'Goal',
    about: 'The event that it is to bring about. It is counted.',
    kind: 'event',
    leads: true,
  },
  {
    path: ['goal', 'where'],
    label: 'Goal, only if',
    about: 'A condition on that event, as heard.',
    kind: 'condition',
    needs: ['goal'],
  },
  {
    path: ['goal', 'within'],
    label: 'Goal within',
    about: 'Counted so long after entering.',
    kind: 'duration',
    placeholder: '30 days',
    needs: ['goal'],
  },
  {
    path: ['goal', 'exit'],
    label: 'The goal ends it',
    about: 'Who reaches it hears no more of this journey.',
    kind: 'switch',
    needs: ['goal'],
  },
  {
    path: ['holdout'],
    label: 'Holdout',
    about: 'Percent that get nothing, to measure what it is worth.',
    kind: 'number',
  },
  {
    path: ['mutes'],
    label: 'While it runs, hold back',
    about: 'Of other journeys, by purpose, a line each: promotional: 21 days.',
    kind: 'values',
    placeholder: 'promotional: 21 days',
  },
  {
    path: ['renamed'],
    label: 'Renamed steps',
    about: 'Who stood at the old id goes on at the new. It is kept as you rename a step here.',
    kind: 'shown',
  },
  { path: ['steps'], label: 'Steps', about: 'What happens, in this order: on the canvas.', kind: 'steps' },
];

/** What the form of an exit asks. */
export const EXIT_FIELDS: readonly Field[] = [
  { path: ['on'], label: 'Leaves on', about: 'Whatever step they are at.', kind: 'event', isNeeded: true },
  { path: ['where'], label: 'Leaves, only if', about: 'A condition on that event, as heard.', kind: 'condition' },
  { path: ['steps'], label: 'Last words', about: 'What still happens then.', kind: 'steps' },
];
