import type { WorkOfMany } from '../shared/stores/crowds.ts';

/** What is known of a task of ours at a desk. */
export interface Ticket {
  /** False where the desk was asked and its answer was lost: it may have made one. */
  isMade: boolean;
  /** The desk's own id of it; missing where the desk does not say what it made. */
  ticket?: string;
}

/** How long nobody else asks a desk of a task that it was asked of: longer than a function runs. In milliseconds. */
export const ASKING = 60_000;

/** How a desk is told of work that many wait for. */
export interface Standing {
  /** The one of them that is watched: as long as it is open, and one of many, the ticket is. */
  task: string;
  /** What the ticket is called. */
  ticket: string;
}

/** Port: what a desk made of our tasks, for 90 days. */
export interface Tickets {
  /** Undefined of what the desk was not asked of yet. */
  find(task: string): Promise<Ticket | undefined>;
  /** Notes, before it is asked, that a desk is asked. False where that was noted within the last minute. */
  begin(task: string): Promise<boolean>;
  keep(task: string, ticket: string | undefined): Promise<void>;
  /** Takes back that it was asked: it made nothing for certain. */
  release(task: string): Promise<void>;
  /** How the desk is told of work that many wait for: as the first says that asks, for 90 days or until nobody waits. */
  standsFor(many: WorkOfMany, first: Standing): Promise<Standing>;
  /** Undefined where nobody waits any more, or ever did. */
  standing(many: WorkOfMany): Promise<Standing | undefined>;
  /** Lets another task stand for it, or none; false where it is not as `from` says any more. */
  passOn(many: WorkOfMany, from: Standing, to: string | undefined): Promise<boolean>;
}
