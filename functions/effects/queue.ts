import type { EffectMessage } from './schema.ts';

/** A message, and when it should come, in milliseconds: never earlier. */
export interface Outgoing {
  message: EffectMessage;
  at: number;
}

/** Port: what the effects function is asked. At least once, in any order. */
export interface EffectQueue {
  send(outgoing: Outgoing[]): Promise<void>;
}
