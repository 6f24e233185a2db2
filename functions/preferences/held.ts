import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { inOrder } from '../../core/explain/in-order.ts';
import type { CustomerRecords, RecordKind } from '../shared/stores/customer-records.ts';
import { follow } from '../shared/stores/follow.ts';
import type { CustomerStore } from '../shared/stores/store.ts';

interface HeldDeps {
  load: CustomerStore['load'];
  records: CustomerRecords;
}

/** In bytes of JSON: a function answers six megabytes at most, and a file is indented. */
const MOST = 3_000_000;

/** Everything that a stage holds of a customer, in the form of `tactful export`. What is too much for one file is left out, and that is said in it. */
export const createHeld = ({ load, records }: HeldDeps) => {
  const readAll = async (ids: string[], kind: RecordKind, room: number) => {
    const all: unknown[][] = [];
    let left = room;
    for (const id of ids) {
      const items: unknown[] = [];
      all.push(items);
      for (let after: string | undefined; left > 0; ) {
        const page = await records.page(id, kind, after);
        for (const item of page.items) {
          left -= Buffer.byteLength(JSON.stringify(item));
          if (left > 0) items.push(item);
        }
        if (page.next === undefined) break;
        after = page.next;
      }
    }
    return { all, left };
  };
  return async (customer: string) => {
    const { id, state } = await follow(load, customer);
    const ids = [id, ...(state?.aliases ?? [])];
    const timelines = await readAll(ids, 'timeline', MOST);
    const messages = await readAll(ids, 'messages', Math.max(0, timelines.left));
    const isCut = timelines.left <= 0 || messages.left <= 0;
    return {
      customer,
      state,
      timeline: inOrder(timelines.all as JournalEntry[][]),
      messages: messages.all.flat(),
      ...(isCut && { incomplete: 'This is too much for one file: ask us, and we send you all of it.' }),
    };
  };
};
