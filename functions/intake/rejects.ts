import type { EventRejected } from './envelope.ts';

/** Port: keeps an event that cannot be taken, with the reason, for a person. */
export type Rejects = (rejected: EventRejected, raw: string) => Promise<void>;
