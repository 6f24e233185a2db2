import type { Path, Value } from '../../../language/edit/operation.ts';
import { type Field, writtenAt } from '../../shared/form/field.ts';

export interface Section {
  title: string;
  about: string;
  fields: Field[];
}

const DURATION = 'such as 3 days';

const REACTIONS = [
  { value: 'send', label: 'send all the same' },
  { value: 'hold', label: 'hold until it is over' },
  { value: 'skip', label: 'leave it out' },
];

const FIXED: Section[] = [
  {
    title: 'Quiet hours',
    about: 'By each customer’s own clock.',
    fields: [
      { path: ['quietHours', 'from'], label: 'From', kind: 'text', placeholder: '21:00', leads: true },
      { path: ['quietHours', 'to'], label: 'To', kind: 'text', placeholder: '08:00', isNeeded: true },
      {
        path: ['quietHours', 'spread'],
        isNeeded: true,
        label: 'Spread over',
        about: 'So that not everybody hears of us at eight sharp.',
        kind: 'text',
        placeholder: '45 minutes',
      },
      {
        path: ['zone'],
        isNeeded: true,
        label: 'Time zone where none is known',
        about: 'As the time zone database names it.',
        kind: 'text',
        placeholder: 'Europe/London',
      },
      {
        path: ['country'],
        label: 'Country where none is known',
        about: 'Whose phone numbers those without + are.',
        kind: 'text',
        placeholder: 'GB',
      },
    ],
  },
  {
    title: 'How much is enough',
    about: 'What one customer gets at most, over all journeys.',
    fields: [
      {
        path: ['gap'],
        isNeeded: true,
        label: 'Gap',
        about: 'Between any two that are relationship or promotional.',
        kind: 'text',
        placeholder: '20 hours',
      },
      {
        path: ['caps', 'care'],
        label: 'Care',
        about: 'What is over it waits.',
        kind: 'text',
        placeholder: '6 per 7 days',
      },
      {
        path: ['caps', 'tasks'],
        label: 'The same work for a colleague',
        about: 'What is over it is left out.',
        kind: 'text',
        placeholder: '1 per 2 days',
      },
      {
        path: ['caps', 'gestures'],
        label: 'Gestures',
        about: 'Points and credits together.',
        kind: 'text',
        placeholder: '1 per 14 days',
      },
      {
        path: ['caps', 'emits'],
        label: 'The same event of ours',
        about: 'What is over it is left out.',
        kind: 'text',
        placeholder: '1 per 1 day',
      },
      {
        path: ['sensitive', 'lasts'],
        label: 'A hard time protects for',
        about: 'So long only care, and what is owed, goes out.',
        kind: 'text',
        placeholder: '90 days',
        leads: true,
      },
    ],
  },
  {
    title: 'Mood',
    about: 'From −1, furious, to +1, delighted. What was heard counts less with every day.',
    fields: [
      { path: ['mood', 'halfLife'], isNeeded: true, label: 'Counts half after', kind: 'text', placeholder: '3 days' },
      { path: ['mood', 'negative'], isNeeded: true, label: 'Unhappy at or below', kind: 'number' },
      { path: ['mood', 'positive'], isNeeded: true, label: 'Happy at or above', kind: 'number' },
      {
        path: ['mood', 'strong'],
        isNeeded: true,
        label: 'A strong sign at or below',
        about: 'After one of these it stays quiet for a while.',
        kind: 'number',
      },
      {
        path: ['mood', 'quietAfter'],
        isNeeded: true,
        label: 'Quiet after a strong sign',
        kind: 'text',
        placeholder: '3 days',
      },
      {
        path: ['mood', 'prior'],
        isNeeded: true,
        label: 'How much calm is assumed',
        about: 'More of it, and a single sign moves less.',
        kind: 'number',
      },
    ],
  },
];

const ANSWERS: Section = {
  title: 'Answers and promises',
  about: 'What comes back from customers, and by when colleagues act.',
  fields: [
    {
      path: ['replies'],
      label: 'Replies come in by',
      about: 'email, sms: what copy may ask a reply by.',
      kind: 'words',
      placeholder: 'email, sms',
    },
    {
      path: ['inbox', 'keeps'],
      label: 'The inbox keeps',
      about: 'Without it the inbox reaches nobody.',
      kind: 'text',
      placeholder: '90 days',
      leads: true,
    },
    {
      path: ['tasks', 'due'],
      label: 'Work for a person is due in',
      about: 'Where its step says no time.',
      kind: 'text',
      placeholder: '3 days',
      leads: true,
    },
    {
      path: ['workingDays'],
      label: 'Working days',
      about: 'By which copy promises.',
      kind: 'words',
      placeholder: 'mon, tue, wed, thu, fri',
    },
    {
      path: ['holidays'],
      label: 'Holidays',
      about: 'Dates that are no working days.',
      kind: 'words',
      placeholder: '2026-12-25',
    },
  ],
};

const MEASURED: Section = {
  title: 'Asked and counted',
  about: 'A question to some of all customers each week, and whether links are counted.',
  fields: [
    { path: ['ask', 'moment'], label: 'Ask by the moment', kind: 'text', placeholder: 'trust-question', leads: true },
    {
      path: ['ask', 'share'],
      label: 'Ask how many',
      kind: 'text',
      placeholder: '2 % a week',
      isNeeded: true,
      needs: ['ask'],
    },
    {
      path: ['ask', 'atMost'],
      label: 'Ask one at most',
      kind: 'text',
      placeholder: '1 per 90 days',
      isNeeded: true,
      needs: ['ask'],
    },
    {
      path: ['measure'],
      label: 'Links in emails',
      about: 'Customers may say no to it.',
      kind: 'choice',
      options: [{ value: 'clicks', label: 'count when they are opened' }],
    },
  ],
};

/** What is read best as it stands. */
const AS_TEXT: Section = {
  title: 'Words',
  about: 'Lists of words that texts are read by. They are changed in the text of the draft.',
  fields: [
    { path: ['copy', 'notInCare'], label: 'What care does not say', kind: 'shown' },
    { path: ['copy', 'promises'], label: 'What promises', kind: 'shown' },
    { path: ['themes'], label: 'Themes that customers ask for', kind: 'shown' },
    { path: ['languages'], label: 'How much a language counts', kind: 'shown' },
  ],
};

const purposeSection = (purpose: string): Section => {
  const at = (name: string): Path => ['purposes', purpose, name];
  return {
    title: TITLES[purpose] ?? purpose,
    about: ABOUT[purpose] ?? '',
    fields: [
      {
        path: at('whenIncident'),
        isNeeded: true,
        label: 'While something is open',
        kind: 'choice',
        options: REACTIONS,
      },
      { path: at('whenNegative'), isNeeded: true, label: 'While they are unhappy', kind: 'choice', options: REACTIONS },
      {
        path: at('quietHours'),
        isNeeded: true,
        label: 'In quiet hours',
        kind: 'choice',
        options: [
          { value: 'hold', label: 'wait for the morning' },
          { value: 'ignore', label: 'send all the same' },
        ],
      },
      {
        path: at('patience'),
        isNeeded: true,
        label: 'Patience',
        about: 'Held longer than this, it is not sent.',
        kind: 'text',
        placeholder: DURATION,
      },
      { path: at('cap'), label: 'At most', kind: 'text', placeholder: 'such as 3 per 7 days' },
      {
        path: at('ifUnsure'),
        isNeeded: true,
        label: 'If nobody knows whether it went out',
        kind: 'choice',
        options: [
          { value: 'resend', label: 'send it again' },
          { value: 'drop', label: 'leave it' },
        ],
      },
      { path: at('optIn'), label: 'Only to who asked for its topic', kind: 'switch' },
    ],
  };
};

const TITLES: Record<string, string> = {
  transactional: 'What is owed',
  care: 'Care',
  relationship: 'Relationship',
  promotional: 'Promotion',
};

const ABOUT: Record<string, string> = {
  transactional: 'Transactional messages: a receipt, an outage notice.',
  care: 'Messages of care: an apology, a check after a bad hour.',
  relationship: 'Relationship messages: a tip, a question, a thank-you.',
  promotional: 'Promotional messages: what we would like to sell.',
};

const incidentFields = (kind: string): Field[] => [
  {
    path: ['incidents', kind, 'lasts'],
    label: `A ${kind} counts for`,
    about: 'If nobody closes it.',
    kind: 'text',
    placeholder: DURATION,
  },
  {
    path: ['incidents', kind, 'merge'],
    label: `A ${kind} continues the last within`,
    about: 'The same bad hour.',
    kind: 'text',
    placeholder: 'such as 2 hours',
  },
];

const teamFields = (team: string): Field[] => {
  const at = (...names: string[]): Path => ['teams', team, ...names];
  return [
    {
      path: at('calls'),
      label: `What ${team} can do`,
      about: 'What is beyond it, and cannot wait, gets what stands in its place.',
      kind: 'text',
      placeholder: '40 a day',
    },
    { path: at('hours', 'from'), label: `${team} works from`, kind: 'text', placeholder: '09:00', leads: true },
    {
      path: at('hours', 'to'),
      label: 'to',
      kind: 'text',
      placeholder: '17:00',
      isNeeded: true,
      needs: at('hours'),
    },
    {
      path: at('hours', 'days'),
      label: 'on',
      about: 'The working days, where none is named.',
      kind: 'words',
      placeholder: 'mon, tue, wed',
      needs: at('hours'),
    },
  ];
};

const namesIn = (policy: Value, name: string): string[] => {
  const part = writtenAt(policy, [name]);
  return typeof part === 'object' && part !== null ? Object.keys(part) : [];
};

/** The forms of a policy, in the order of the file's own ideas. */
export const sectionsOf = (policy: Value): Section[] => [
  ...FIXED,
  ...namesIn(policy, 'purposes').map(purposeSection),
  {
    title: 'Tickets and failures',
    about: 'An open one holds back what could hurt.',
    fields: namesIn(policy, 'incidents').flatMap(incidentFields),
  },
  {
    title: 'Topics',
    about: 'By these names customers choose what they hear of.',
    fields: namesIn(policy, 'topics').map((topic) => ({ path: ['topics', topic], label: topic, kind: 'text' })),
  },
  {
    title: 'Teams',
    about: 'What colleagues can do in a day. Another team is added in the text of the draft.',
    fields: namesIn(policy, 'teams').flatMap(teamFields),
  },
  ANSWERS,
  MEASURED,
  AS_TEXT,
];
