import type { TeamDay } from '../../../../functions/api/contract/teams.ts';
import type { Task } from '../../../../functions/api/contract/work.ts';
import { HOSTILE } from './people.ts';
import { at } from './time.ts';

export const tasks: Task[] = [
  {
    id: 'k1',
    at: at(-1, 15, 40),
    customer: 'ada',
    name: 'Ada Lovelace',
    zone: 'America/New_York',
    journey: 'service-recovery',
    title: 'Service recovery',
    step: 'call',
    state: 'open',
    due: at(0, 18),
    neededBy: at(-1, 18),
    priority: 'urgent',
    isMine: false,
    team: 'support',
    moment: 'recovery-call',
    subject: 'Call Ada: the import lost her data twice',
    text: 'She opened ticket t1 on Tuesday. Say sorry first; ask whether the restored data is complete.',
    because: 'their mood is negative, and a ticket is open',
    mood: 'negative',
    moodScore: -0.48,
    openIncidents: 1,
    tenureDays: 420,
  },
  {
    id: 'k2',
    at: at(-3, 9),
    customer: 'c-2',
    name: 'Grace',
    journey: 'renewal',
    title: 'Renewal',
    step: 'call',
    state: 'taken',
    since: at(0, 8),
    by: 'bea@acme.example',
    due: at(-1, 9),
    neededBy: at(-1, 9),
    priority: 'high',
    isMine: false,
    moment: 'renewal-call',
    subject: 'Ask Grace what she would miss',
    text: 'Her subscription ends in 20 days.',
    mood: 'positive',
    moodScore: 0.3,
    openIncidents: 0,
  },
  ...HOSTILE.map(
    (name, index): Task => ({
      id: `odd${index}`,
      at: at(-index),
      customer: `odd/${index}?${name.slice(0, 20)}`,
      name,
      journey: 'onboarding',
      title: 'Onboarding',
      step: 'call',
      state: 'open',
      due: at(2 + index),
      neededBy: at(2 + index),
      priority: 'normal',
      isMine: false,
      moment: 'onboarding-call',
      subject: `Call ${name}`,
      text: `Ask ${name} how it goes.`,
    }),
  ),
];

export const teams: TeamDay[] = [
  { team: 'support', calls: 40, done: 31, taken: 3 },
  { team: 'onboarding-and-everything-that-comes-after-it', calls: 4, done: 5, taken: 0, isAtLeast: true },
  { team: 'renewals', done: 1204, taken: 1 },
];

/** A task of these as it is after something was said of it. */
export const taskAs = (id: string, more: Partial<Task>): Task => {
  const task = tasks.find((one) => one.id === id);
  if (!task) throw new Error(`There is no task ${id} in the small world.`);
  return { ...task, ...more };
};
