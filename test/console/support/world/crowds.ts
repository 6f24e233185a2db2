import type { BroadcastTold, Raisable } from '../../../../functions/api/contract/broadcasts.ts';
import type { Crowd } from '../../../../functions/api/contract/crowds.ts';
import type { Task } from '../../../../functions/api/contract/work.ts';
import { HOSTILE } from './people.ts';
import { tasks } from './tasks.ts';
import { at } from './time.ts';

/** An outage of ten thousand, of which some were answered. */
export const crowd: Crowd = {
  crowd: 'f00d',
  title: 'failure sync-eu',
  event: 'service.outage_detected',
  at: at(-1, 9),
  fields: [
    { name: 'service', value: 'sync' },
    { name: 'plan', value: HOSTILE[1] ?? '' },
  ],
  customers: 10_000,
  due: at(1, 12),
  neededBy: at(-2, 12),
  priority: 'high',
  open: 9301,
  taken: 12,
  done: 40,
  declined: 700,
  expired: 3,
  work: [
    {
      moment: 'recovery-call',
      title: 'A call after a failure',
      open: 9300,
      taken: 12,
      done: 40,
      declined: 0,
      expired: 3,
    },
    { moment: 'credit-by-hand', title: 'A credit by hand', open: 1, taken: 0, done: 0, declined: 700, expired: 0 },
  ],
  answers: [
    {
      moment: 'credit-by-hand',
      said: 'declined',
      text: 'credited in one go',
      by: 'bea@acme.example',
      at: at(0, 8),
      told: 650,
      about: 700,
      state: 'under-way',
    },
  ],
};

export const crowdTasks: Task[] = tasks.map((task) => ({ ...task, crowd: crowd.crowd }));

export const broadcasts: BroadcastTold[] = [
  {
    broadcast: 'f00d',
    id: 'service.outage_detected#sync-eu',
    type: 'service.outage_detected',
    about: 'A monitor sees that a service is down, and knows no customers.',
    at: at(-1, 9),
    since: at(-1, 9),
    fields: crowd.fields,
    asked: 120_000,
    of: 1_000_000,
    told: 10_000,
    perSecond: 50,
    state: 'under-way',
  },
  {
    broadcast: 'beef',
    id: 'answer#f00d#credit-by-hand#1',
    type: 'agent.task_declined',
    at: at(0, 8),
    since: at(0, 8),
    fields: [{ name: 'reason', value: HOSTILE[2] ?? '' }],
    asked: 700,
    of: 700,
    told: 650,
    perSecond: 50,
    state: 'stopped',
    crowd: 'f00d',
  },
  {
    broadcast: 'cafe',
    id: 'change.shipped#export',
    type: 'change.shipped',
    at: at(-9),
    since: at(-9),
    fields: [],
    asked: 42,
    of: 42,
    told: 42,
    perSecond: 50,
    state: 'over',
    over: at(-9),
  },
];

export const raisable: Raisable[] = [
  {
    type: 'service.outage_detected',
    about: 'A monitor sees that a service is down, and knows no customers.',
    source: 'acme.monitoring',
    fields: [
      { name: 'failureId', kind: 'text', expected: 'a text', isNeeded: true },
      { name: 'severity', kind: 'text', expected: 'minor or major', words: ['minor', 'major'], isNeeded: true },
      { name: 'minutes', kind: 'number', expected: 'a number', isNeeded: false },
    ],
  },
  { type: 'change.shipped', source: 'acme.product', fields: [] },
];
