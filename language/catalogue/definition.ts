import type { EventType } from './event.ts';
import type { Journey } from './journey.ts';
import type { Scale } from './kind.ts';
import type { Moment } from './moment.ts';
import type { Policy } from './policy.ts';
import type { With } from './task.ts';
import type { Trigger } from './trigger.ts';

/** A line of a journey as read: references checked, durations in seconds before any pace, every step with its id. */
export type Step =
  | { kind: 'send' | 'task'; id: string; moment: string; with?: With; unless?: Trigger[]; unsent: Step[] }
  | { kind: 'emit'; id: string; event: string; with?: With; unsent: Step[] }
  | { kind: 'wait'; id: string; seconds: number }
  | { kind: 'wait-until'; id: string; until: string; offset: number; reached: Step[]; past: Step[] }
  | { kind: 'choose'; id: string; branches: { when: string; steps: Step[] }[]; otherwise: Step[] }
  | { kind: 'split'; id: string; arms: { name: string; share: number; steps: Step[] }[] }
  | {
      kind: 'listen';
      id: string;
      on: string[];
      where?: string;
      /** The moment whose answer is awaited, and the scale it asks on. */
      answers?: { moment: string; asks: Scale | 'open' };
      within: number;
      heard: Step[];
      silent: Step[];
    }
  | { kind: 'repeat'; id: string; every: number; until?: Trigger; atMost: number; steps: Step[] }
  | { kind: 'exit'; id: string };

/** A journey as read. What the compiler works out (fields, carries, dates, the steps of run time) is not there yet. */
export type JourneyDefinition = Omit<Journey, 'exits' | 'fields' | 'carries' | 'until' | 'splits' | 'steps'> & {
  exits: (Trigger & { words?: string; steps: Step[] })[];
  steps: Step[];
};

/** All of `workflows/` but its scenarios, as read and checked. `kept` and `awaited` of events are the compiler's to fill. */
export interface Definitions {
  policy: Policy;
  events: Record<string, Omit<EventType, 'kept' | 'awaited'>>;
  journeys: Record<string, JourneyDefinition>;
  moments: Record<string, Moment>;
}
