import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import { inOrder } from '../../../core/explain/in-order.ts';
import { type CustomerRecords, RECORD_KINDS, type RecordKind } from './customer-records.ts';

/** What is held beside a customer's item, of every kind. */
export interface CollectedRecords extends Record<RecordKind, unknown[]> {
  timeline: JournalEntry[];
}

/** Reads all records under some ids, or as many as have room, in bytes of JSON; `isCut` where there are more. */
export const collectRecords = async (
  page: CustomerRecords['page'],
  ids: readonly string[],
  room = Number.POSITIVE_INFINITY,
): Promise<{ records: CollectedRecords; isCut: boolean }> => {
  let left = room;
  const readAll = async (id: string, kind: RecordKind): Promise<unknown[]> => {
    const items: unknown[] = [];
    for (let after: string | undefined; left > 0; ) {
      const read = await page(id, kind, after);
      for (const item of read.items) {
        left -= Buffer.byteLength(JSON.stringify(item));
        if (left > 0) items.push(item);
      }
      if (read.next === undefined) break;
      after = read.next;
    }
    return items;
  };
  const all: Record<RecordKind, unknown[][]> = { timeline: [], messages: [], notes: [], past: [] };
  for (const kind of RECORD_KINDS) for (const id of ids) all[kind].push(await readAll(id, kind));
  const { timeline, messages, notes, past } = all;
  // They were written by relay, out of journals that were read by their schema.
  const entries = inOrder(timeline as JournalEntry[][]);
  const records = { timeline: entries, messages: messages.flat(), notes: notes.flat(), past: past.flat() };
  return { records, isCut: left <= 0 };
};
