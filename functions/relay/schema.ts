import * as z from 'zod';
import type { Effect } from '../../core/customer/model/effect.ts';
import { fromItem } from '../../core/customer/model/item.ts';
import type { JournalEntry } from '../../core/customer/model/journal.ts';

const at = { at: z.string(), customer: z.string().optional() };

/** What relay needs of a customer's item. What it carries on stays as it is: older and newer items are relayed too. */
export const Commit = z.object({
  id: z.string(),
  version: z.number().int(),
  at: z.number(),
  firstSeenAt: z.number(),
  erased: z.number().optional(),
  journal: z.array(z.looseObject({ kind: z.string(), ...at }).transform((entry) => entry as unknown as JournalEntry)),
  effects: z.array(z.looseObject({ type: z.string() }).transform((effect) => effect as unknown as Effect)),
});

/** The commit in an item's text, as the stream carries it. */
export const readCommit = (item: string): z.infer<typeof Commit> => Commit.parse(fromItem(item));
