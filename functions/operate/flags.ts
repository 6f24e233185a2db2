/** Port: what an operator has set. Functions see a change within a minute. */
export interface Flags {
  /** Journeys that are paused, in order. */
  paused(): Promise<string[]>;
  pause(journey: string): Promise<void>;
  resume(journey: string): Promise<void>;
}
