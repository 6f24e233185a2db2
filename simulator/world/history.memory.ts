import type { JournalEntry } from '../../core/customer/model/journal.ts';
import type { Outbox } from './outbox.ts';
import type { Storage } from './storage.ts';

type Sent = ReturnType<Outbox['of']>[number];

const add = <Item>(lists: Map<string, Item[]>, key: string, item: Item): void => {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
};

/** What happened and what was sent, in memory; or only how much was sent. */
export const createMemoryHistory = (
  keep: boolean,
  now: () => number,
): Pick<Storage, 'timeline' | 'outbox' | 'wipe'> => {
  const entries = new Map<string, JournalEntry[]>();
  const messages = new Map<string, Sent[]>();
  let sent = 0;
  return {
    wipe: (customer) => {
      entries.delete(customer);
      messages.delete(customer);
    },
    timeline: {
      write: async (lines) => {
        if (keep) for (const { customer, entry } of lines) add(entries, customer, entry);
      },
      reject: (entry) => {
        if (keep) add(entries, '', entry);
      },
      of: (customer) => entries.get(customer) ?? [],
    },
    outbox: {
      send: async (message) => {
        sent++;
        if (keep) add(messages, message.customer, { ...message, at: new Date(now()).toISOString() });
        return { result: 'accepted', reference: message.id };
      },
      of: (customer) => messages.get(customer) ?? [],
      count: () => sent,
    },
  };
};
