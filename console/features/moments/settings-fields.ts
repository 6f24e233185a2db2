import { Purpose, Scale } from '../../../language/catalogue/kind.ts';
import type { Field } from '../../shared/form/field.ts';

const choices = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }));

const REACTION = 'send, hold, skip; or instead: a moment; or person: a moment for a colleague.';

const QUESTION: Field = {
  path: ['question'],
  label: 'Question',
  about: 'What is asked, as the page behind the buttons says it.',
  kind: 'text',
};
const ENDS: Field = {
  path: ['ends'],
  label: 'What lowest and highest mean',
  about: 'A line each.',
  kind: 'lines',
};

/** Words of a moment that the form of its copy asks. */
export const COPY_WORDS: readonly string[] = ['subject', 'preheader', 'because'];

/** What a moment is besides its copy. */
export const SETTINGS: readonly Field[] = [
  { path: ['moment'], label: 'Id', about: 'The name of its file.', kind: 'shown' },
  { path: ['title'], label: 'Title', about: 'What it is called in lists and drawings.', kind: 'text' },
  { path: ['about'], label: 'About', about: 'For colleagues. Customers do not see it.', kind: 'text' },
  {
    path: ['channels'],
    label: 'Channels',
    about: 'The one that they prefer, else the first that reaches them.',
    kind: 'words',
    placeholder: 'email, inbox',
    isNeeded: true,
  },
  {
    path: ['purpose'],
    label: 'Purpose',
    about: 'The journey’s, where none is chosen.',
    kind: 'choice',
    options: choices(Purpose.options),
  },
  {
    path: ['topic'],
    label: 'Topic',
    about: 'What customers can unsubscribe from; declared in the policy.',
    kind: 'text',
  },
  { path: ['whenNegative'], label: 'While they are unhappy', about: REACTION, kind: 'values' },
  { path: ['whenIncident'], label: 'While something is open', about: REACTION, kind: 'values' },
  {
    path: ['patience'],
    label: 'Patience',
    about: 'Held longer than this, it is not sent.',
    kind: 'duration',
    placeholder: '3 days',
  },
  {
    path: ['cap'],
    label: 'At most',
    about: 'Of this moment, over all journeys.',
    kind: 'text',
    placeholder: '1 per 30 days',
  },
  {
    path: ['window', 'from'],
    label: 'Goes out from',
    about: 'By their own clock; at other times it waits.',
    kind: 'text',
    placeholder: '09:00',
    leads: true,
  },
  { path: ['window', 'to'], label: 'to', kind: 'text', placeholder: '18:00', isNeeded: true, needs: ['window'] },
  {
    path: ['window', 'days'],
    label: 'on',
    about: 'Every day, where none is named.',
    kind: 'words',
    placeholder: 'mon, tue, wed',
    needs: ['window'],
  },
  {
    path: ['quietHours'],
    label: 'In quiet hours',
    about: 'As the policy says, where nothing is chosen.',
    kind: 'choice',
    options: [
      { value: 'hold', label: 'wait for the morning' },
      { value: 'ignore', label: 'send all the same' },
    ],
  },
  {
    path: ['asks', 'scale'],
    label: 'Asks on the scale',
    about: 'Each point of it is a button.',
    kind: 'choice',
    options: choices(Scale.options),
    leads: true,
  },
  {
    path: ['asks', 'words'],
    label: 'Asks with the words',
    about: 'Each a button, a line each.',
    kind: 'lines',
    leads: true,
  },
  {
    path: ['asks', 'gestures'],
    label: 'Offers the gestures',
    about: 'Kinds of gestures.yaml: what fits now stands as a button each, four at most.',
    kind: 'words',
    leads: true,
  },
  QUESTION,
  ENDS,
  {
    path: ['promises', 'within'],
    label: 'Promises within',
    about: 'How much time there is for what it says will happen.',
    kind: 'text',
    placeholder: '1 working day',
  },
  { path: ['promises', 'kept', 'on'], label: 'Kept by', about: 'The event by which it is kept.', kind: 'event' },
  {
    path: ['promises', 'kept', 'where'],
    label: 'Kept, only if',
    about: 'A condition on that event, as heard.',
    kind: 'condition',
    needs: ['promises', 'kept'],
  },
  {
    path: ['promises', 'none'],
    label: 'Promises nothing, since',
    about: 'Why words that sound like a promise are none here.',
    kind: 'text',
  },
  {
    path: ['instead'],
    label: 'In its place',
    about:
      'Of work that no step waits for: the moment that its customer gets if its team cannot reach it in time, or later.',
    kind: 'text',
    placeholder: 'call-letter',
  },
  { path: ['team'], label: 'Team', about: 'Of work for a person: whose it is.', kind: 'text' },
  {
    path: ['uses'],
    label: 'Uses',
    about: 'A fact that customers did not tell us, and why it may be used: a line each.',
    kind: 'values',
  },
  { path: ['excused'], label: 'Excused', about: 'Why it may say what such copy mostly may not.', kind: 'text' },
];

/** What another language says besides the copy: how it asks. */
export const LOCALE_SETTINGS: readonly Field[] = [
  QUESTION,
  ENDS,
  { path: ['words'], label: 'Answers', about: 'A line each, in the order of the main language.', kind: 'lines' },
];
