import * as z from 'zod';
import { Provenance } from '../../../language/catalogue/event.ts';
import { Millis } from './millis.ts';
import { tolerant } from './tolerant.ts';

export const Attribute = tolerant({
  value: z.union([z.string(), z.number(), z.boolean()]),
  provenance: Provenance,
  event: z.string(),
  at: Millis,
  /** When it first had this value, where it was stated again since. */
  since: Millis.optional(),
  /** While it stands, and is not false, only care goes out. */
  sensitive: z.literal(true).optional(),
});
export type Attribute = z.infer<typeof Attribute>;

/** By which event an attribute went, so that an older one does not bring it back. */
export const Cleared = Attribute.pick({ provenance: true, event: true, at: true });
export type Cleared = z.infer<typeof Cleared>;
