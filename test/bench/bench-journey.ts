import { readFileSync } from 'node:fs';
import type { File } from './many-journeys.ts';

const JOURNEY = `journey: bench
title: Bench
purpose: care
enter: { on: customer.signed_up }
steps:
  - send: note-1
  - wait: 2 days
  - send: note-2
  - wait: 2 days
  - send: note-3
  - wait: 2 days
  - listen: product.activated
    within: 1 day
  - send: note-4
`;

const note = (number: number) => `---
moment: note-${number}
channels: [email]
quietHours: ignore
because: You signed up on {{ event.at | date }}.
subject: Note ${number}
---
Hello, this is note ${number}.
`;

/** A workflows folder with one journey: 4 sends, 3 waits and a listen. */
export const benchFiles = (): File[] => [
  { path: 'events.yaml', text: readFileSync('workflows/events.yaml', 'utf8') },
  { path: 'policy.yaml', text: readFileSync('workflows/policy.yaml', 'utf8') },
  { path: 'journeys/bench.yaml', text: JOURNEY },
  ...[1, 2, 3, 4].map((number) => ({ path: `moments/note-${number}.md`, text: note(number) })),
];
