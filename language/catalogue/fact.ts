/** What the system keeps about every customer, beside the attributes that events set; `id` is the customer's own. */
export const FACTS = {
  id: 'text',
  mood: 'text',
  moodScore: 'number',
  calmDays: 'number',
  silentDays: 'number',
  tenureDays: 'number',
  nps: 'number',
  csat: 'number',
  ces: 'number',
  trust: 'number',
  npsDays: 'number',
  csatDays: 'number',
  cesDays: 'number',
  trustDays: 'number',
  openIncidents: 'number',
  incidents13Weeks: 'number',
} as const satisfies Record<string, 'text' | 'number'>;

export type Fact = keyof typeof FACTS;

export const MOODS = ['negative', 'neutral', 'positive'] as const;

/** Facts that every customer has; the others are missing until something tells. */
export const CERTAIN_FACTS: readonly Fact[] = [
  'id',
  'mood',
  'moodScore',
  'calmDays',
  'openIncidents',
  'incidents13Weeks',
];
