/** A message as it lies in a holding queue. */
export interface HeldMessage {
  body: string;
  /** In milliseconds: when it came there, or into the queue that gave up on it. */
  sentAt: number;
  /** What the bus says of an event that it could not deliver. */
  error?: string;
  /** How often it was brought back by itself. */
  returns?: number;
  /** By which it is put back or thrown away. */
  handle: string;
}

/** Port: a queue that nothing takes from but people. */
export interface HoldingQueue {
  /** About how many lie there. */
  count(): Promise<number>;
  /** A few, which nobody else then sees for a minute. None is left to take when it answers none. */
  take(): Promise<HeldMessage[]>;
  /** Lets them be seen again at once. */
  putBack(messages: HeldMessage[]): Promise<void>;
  /** Removes them for good. */
  remove(messages: HeldMessage[]): Promise<void>;
}

/** Port: where messages go once more, and for which time by themselves. Throws where not all of them were taken; a repeat is harmless. */
export type Outlet = (bodies: string[], returns?: number) => Promise<void>;
