import type { Path } from '../../../language/edit/operation.ts';

/** Something that policy.yaml says, as a form asks for it. */
export interface Field {
  path: Path;
  label: string;
  /** What it does, for who has not read the manual. */
  about?: string;
  kind: 'text' | 'number' | 'choice' | 'switch';
  options?: { value: string; label: string }[];
  placeholder?: string;
}

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
      { path: ['quietHours', 'from'], label: 'From', kind: 'text', placeholder: '21:00' },
      { path: ['quietHours', 'to'], label: 'To', kind: 'text', placeholder: '21:00' },
      {
        path: ['quietHours', 'spread'],
        label: 'Spread over',
        about: 'So that not everybody hears of us at eight sharp.',
        kind: 'text',
        placeholder: '45 minutes',
      },
      {
        path: ['zone'],
        label: 'Time zone where none is known',
        about: 'As the time zone database names it.',
        kind: 'text',
        placeholder: 'Europe/London',
      },
    ],
  },
  {
    title: 'How much is enough',
    about: 'What one customer gets at most, over all journeys.',
    fields: [
      {
        path: ['gap'],
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
        path: ['sensitive', 'lasts'],
        label: 'A hard time protects for',
        about: 'So long only care, and what is owed, goes out.',
        kind: 'text',
        placeholder: '90 days',
      },
    ],
  },
  {
    title: 'Mood',
    about: 'From −1, furious, to +1, delighted. What was heard counts less with every day.',
    fields: [
      { path: ['mood', 'halfLife'], label: 'Counts half after', kind: 'text', placeholder: '3 days' },
      { path: ['mood', 'negative'], label: 'Unhappy at or below', kind: 'number' },
      { path: ['mood', 'positive'], label: 'Happy at or above', kind: 'number' },
      {
        path: ['mood', 'strong'],
        label: 'A strong sign at or below',
        about: 'After one of these it stays quiet for a while.',
        kind: 'number',
      },
      { path: ['mood', 'quietAfter'], label: 'Quiet after a strong sign', kind: 'text', placeholder: '3 days' },
      {
        path: ['mood', 'prior'],
        label: 'How much calm is assumed',
        about: 'More of it, and a single sign moves less.',
        kind: 'number',
      },
    ],
  },
];

const purposeSection = (purpose: string): Section => {
  const at = (name: string): Path => ['purposes', purpose, name];
  return {
    title: TITLES[purpose] ?? purpose,
    about: ABOUT[purpose] ?? '',
    fields: [
      { path: at('whenIncident'), label: 'While something is open', kind: 'choice', options: REACTIONS },
      { path: at('whenNegative'), label: 'While they are unhappy', kind: 'choice', options: REACTIONS },
      {
        path: at('quietHours'),
        label: 'In quiet hours',
        kind: 'choice',
        options: [
          { value: 'hold', label: 'wait for the morning' },
          { value: 'ignore', label: 'send all the same' },
        ],
      },
      {
        path: at('patience'),
        label: 'Patience',
        about: 'Held longer than this, it is not sent.',
        kind: 'text',
        placeholder: DURATION,
      },
      { path: at('cap'), label: 'At most', kind: 'text', placeholder: 'such as 3 per 7 days' },
      {
        path: at('ifUnsure'),
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

const namesIn = (policy: unknown, name: string): string[] => {
  const part = valueAt(policy, [name]);
  return typeof part === 'object' && part !== null ? Object.keys(part) : [];
};

/** What stands at a path; undefined where nothing does. */
export const valueAt = (policy: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (part, name) =>
      typeof part === 'object' && part !== null
        ? Object.entries(part).find(([key]) => key === String(name))?.[1]
        : undefined,
    policy,
  );

/** The forms of a policy, in the order of the file's own ideas. */
export const sectionsOf = (policy: unknown): Section[] => [
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
];
