import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import { inOrder } from '../../../core/explain/in-order.ts';
import type { InboxEntry } from '../../shared/inbox-message.ts';
import type { CustomerRecords, RecordKind } from '../../shared/stores/customer-records.ts';
import { follow } from '../../shared/stores/follow.ts';
import type { CustomerStore } from '../../shared/stores/store.ts';
import type { Customers, SentMessage } from '../ports.ts';
import type { AskOperator } from './operators.lambda.ts';

interface CustomersDeps {
  load: CustomerStore['load'];
  records: CustomerRecords;
  ask: AskOperator;
}

/** What is held of customers of a stage. It is read here; erased it is by the function that alone may. */
export const createCustomers = ({ load, records, ask }: CustomersDeps): Customers => {
  const all = async (customer: string, kind: RecordKind): Promise<unknown[]> => {
    const items: unknown[] = [];
    for (let after: string | undefined; ; ) {
      const page = await records.page(customer, kind, after);
      items.push(...page.items);
      if (page.next === undefined) return items;
      after = page.next;
    }
  };
  return {
    load: async (customer) => {
      const { id, state } = await follow(load, customer);
      return state && { ids: [id, ...(state.aliases ?? [])], state };
    },
    loadAll: async (customers) => {
      const people = await Promise.all(customers.map((customer) => follow(load, customer)));
      return people.flatMap(({ state }) => state ?? []);
    },
    // They were written by relay, out of journals that were read by their schema.
    timeline: async (ids) => inOrder((await Promise.all(ids.map((id) => all(id, 'timeline')))) as JournalEntry[][]),
    messages: async (ids) => (await Promise.all(ids.map((id) => all(id, 'messages')))).flat() as SentMessage[],
    inbox: async (ids) => (await Promise.all(ids.map((id) => all(id, 'messages')))).flat() as InboxEntry[],
    past: async (ids) => (await Promise.all(ids.map((id) => all(id, 'past')))).flat() as Record<string, unknown>[],
    erase: async (customer) => {
      await ask({ command: 'erase', customer });
    },
  };
};
