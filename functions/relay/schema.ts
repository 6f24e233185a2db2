import * as z from 'zod';
import { fromItem } from '../../core/customer/model/item.ts';
import { JournalEntry } from '../../core/customer/model/journal.ts';
import { CustomerState } from '../../core/customer/model/state.ts';
import { orUnknown } from '../../core/customer/model/tolerant.ts';

/**
 * What relay needs of a customer's item. What a later release journals, as it is read after a rollback, is carried on as it
 * stands: an entry or an effect that is unknown here must not stop the stream.
 */
export const Commit = CustomerState.pick({
  id: true,
  version: true,
  at: true,
  firstSeenAt: true,
  erased: true,
  freed: true,
  marks: true,
  effects: true,
})
  .strip()
  .extend({ journal: z.array(orUnknown(JournalEntry, 'kind')) });
export type Commit = z.infer<typeof Commit>;

/** The commit in an item's text, as the stream carries it. Throws ItemFormatUnknown. */
export const readCommit = (item: string): Commit => Commit.parse(fromItem(item));
