import type { DatabaseSync } from 'node:sqlite';
import { decisionId } from '../../../core/customer/decision-id.ts';
import { DecisionEntry } from '../../../core/customer/model/journal.ts';
import type { Tasks } from '../../../functions/api/ports.ts';
import type { LocalWorld } from '../local-world.ts';

/** Words of work for people, out of the kept timeline. */
export const createLocalTasks = (db: DatabaseSync, local: LocalWorld): Tasks => {
  const select = db.prepare(
    "SELECT entry FROM timeline WHERE customer = ? AND json_extract(entry, '$.kind') = 'decision' AND json_extract(entry, '$.message') IS NOT NULL",
  );
  const ofCustomer = (customer: string): DecisionEntry[] =>
    (select.all(customer) as { entry: string }[]).map(({ entry }) => DecisionEntry.parse(JSON.parse(entry)));
  return {
    words: (work) =>
      local.ask(() => {
        const entryByTask = new Map<string, DecisionEntry>();
        for (const customer of new Set(work.map((one) => one.customer)))
          for (const entry of ofCustomer(customer)) entryByTask.set(`${customer} ${decisionId(entry)}`, entry);
        return work.map(({ customer, task }) => entryByTask.get(`${customer} ${task}`));
      }),
  };
};
