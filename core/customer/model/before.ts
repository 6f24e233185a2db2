import * as z from 'zod';
import { Millis } from './millis.ts';
import { tolerant } from './tolerant.ts';

/**
 * What whoever counts must know of an enrolment that a commit moved: how it rested before, and what cannot be read in the item.
 * Short, since every commit carries it.
 */
export const Stood = tolerant({
  /** It rested: until when, and what its message was held for. Else it comes to rest, or ends, or is answered now. */
  due: Millis.optional(),
  held: z.string().optional(),
  /** Where it rested, if it stands elsewhere now. */
  at: z.string().optional(),
  /** The step in hand was answered by this commit. */
  answered: z.literal(true).optional(),
  /** Of one that is over. */
  journey: z.string().optional(),
  arms: z.record(z.string(), z.string()).optional(),
});
export type Stood = z.infer<typeof Stood>;

/** Where work stood in the lists of it: in which, and by what number. Empty of what is new. */
export const WorkPlace = tolerant({
  list: z.enum(['open', 'taken', 'over']).optional(),
  order: z.number().optional(),
  /** Of work that is one of many: of which, and what all of it is counted by. */
  crowd: z.string().optional(),
  moment: z.string().optional(),
  state: z.string().optional(),
});
export type WorkPlace = z.infer<typeof WorkPlace>;

/** What a commit changed of what people are counted and found by, as it was before. */
export const Before = tolerant({
  /** Of the commit: another release, which knows nothing of this, carries it along. */
  version: z.number(),
  /** Of each enrolment that comes to rest, rests no longer or otherwise, was answered, or is over. */
  enrolments: z.record(z.string(), Stood).optional(),
  /** Of each task that it changed. */
  tasks: z.record(z.string(), WorkPlace).optional(),
  /** It changed what they are found by: an address, a name. */
  known: z.literal(true).optional(),
  /** Themes that they asked for before it and do not now, or the other way round. */
  themes: z.array(z.string()).optional(),
});
export type Before = z.infer<typeof Before>;
