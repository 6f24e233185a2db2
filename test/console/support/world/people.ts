import type { CustomerSummary } from '../../../../functions/api/contract/customers.ts';
import { at } from './time.ts';

/** Names that people have, and that others make up: markup, the other direction, faces, and no end. */
export const HOSTILE = [
  '<img src=x onerror="document.title=\'broken\'">',
  '\u202Eneddih si siht\u202C שרה כהן',
  '👩🏽‍🚀 Zoë ✨ O’Brien',
  `Anna${'lena'.repeat(60)}`,
  '{{7*7}} ${name} </script>',
];

const MOODS = ['negative', 'neutral', 'positive'] as const;

export const people: CustomerSummary[] = [
  {
    customer: 'ada',
    name: 'Ada Lovelace',
    email: 'ada@analytical.example',
    mood: 'negative',
    journeys: [{ journey: 'renewal', title: 'Renewal' }],
    openIncidents: 1,
    changedAt: at(0, 9),
  },
  {
    customer: 'c-2',
    name: 'Grace',
    email: 'grace@example.com',
    phone: '+44 20 7946 0000',
    mood: 'positive',
    journeys: [],
    openIncidents: 0,
    changedAt: at(-3),
  },
  ...HOSTILE.map(
    (name, index): CustomerSummary => ({
      customer: `odd/${index}?${name.slice(0, 20)}`,
      name,
      mood: MOODS[index % 3] ?? 'neutral',
      journeys: [{ journey: 'onboarding', title: 'Onboarding' }],
      openIncidents: index % 2,
      changedAt: at(-index),
    }),
  ),
];
