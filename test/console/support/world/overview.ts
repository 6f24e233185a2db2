import type { Overview } from '../../../../functions/api/contract/overview.ts';
import { figures, resting } from './figures.ts';
import { at, NOW } from './time.ts';

export const overview: Overview = {
  now: NOW,
  zone: 'Europe/London',
  day: '2026-03-12',
  weekFrom: '2026-03-06',
  customers: 1284,
  running: 412,
  tasks: 9,
  resting: resting({ waiting: 301, held: 38, heldFor: { 'open-incident': 21, 'quiet-hours': 17 }, listening: 73 }),
  today: figures({
    entered: 14,
    sent: 57,
    held: 12,
    heldFor: { 'quiet-hours': 8 },
    suppressed: 3,
    suppressedFor: { gap: 3 },
    toPerson: 2,
    goals: 5,
  }),
  week: figures({
    entered: 96,
    control: 9,
    sent: 431,
    held: 120,
    heldFor: { 'quiet-hours': 71, 'open-incident': 34 },
    suppressed: 44,
    suppressedFor: { 'negative-sentiment': 31, gap: 13 },
    toPerson: 9,
    gestures: 4,
    failed: 1,
    heard: 62,
    goals: 37,
    ended: 80,
  }),
  journeys: [
    {
      journey: 'onboarding',
      title: 'Onboarding',
      isPaused: false,
      running: 220,
      resting: resting({ waiting: 190, held: 12, heldFor: { 'quiet-hours': 12 }, listening: 18 }),
      today: figures(),
      week: figures({ sent: 200 }),
    },
    {
      journey: 'renewal',
      title: 'Renewal',
      isPaused: true,
      running: 120,
      resting: resting({
        waiting: 90,
        held: 20,
        heldFor: { 'open-incident': 19, 'muted-by:service-recovery': 1 },
        listening: 10,
      }),
      today: figures(),
      week: figures({ sent: 150 }),
    },
    {
      journey: 'service-recovery',
      title: 'Service recovery',
      isPaused: false,
      running: 72,
      resting: resting({ waiting: 21, held: 6, heldFor: { 'frequency-cap': 6 }, listening: 45 }),
      today: figures(),
      week: figures({ sent: 81 }),
    },
  ],
  rejected: { 'unknown-type': 3 },
  alarms: [
    {
      kind: 'journey-paused',
      says: 'Renewal is paused: 120 people keep their place until it goes on.',
      journey: 'renewal',
    },
    { kind: 'rejects', says: '3 events were not taken: their type is not in events.yaml.', count: 3 },
  ],
};

export const days = Array.from({ length: 14 }, (_, index) => {
  const people = [64, 41, 0, 0, 38, 52, 17, 9, 22, 0, 0, 31, 12, 8][index] ?? 0;
  return {
    day: at(index).slice(0, 10),
    total: people,
    items:
      people === 0
        ? []
        : [
            {
              journey: 'onboarding',
              title: 'Onboarding',
              step: 'wait-a-week',
              doing: 'waiting' as const,
              moments: ['tip-team', 'tip-solo'],
              momentTitles: ['A tip for teams', 'A tip for one'],
              people: Math.ceil(people / 2),
            },
            {
              journey: 'renewal',
              title: 'Renewal',
              step: 'recap',
              doing: 'held' as const,
              moments: ['value-recap'],
              momentTitles: ['What you got out of this year'],
              people: Math.floor(people / 3),
            },
            {
              journey: 'service-recovery',
              title: 'Service recovery',
              step: 'answer',
              doing: 'listening' as const,
              moments: [],
              momentTitles: [],
              people: Math.max(0, people - Math.ceil(people / 2) - Math.floor(people / 3)),
            },
          ],
  };
});
