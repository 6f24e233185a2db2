import type { DatabaseSync } from 'node:sqlite';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { createSummary, type Totals } from '../../simulator/summary.ts';

/** The summary of the kept timeline; each time only what is new is read. */
export const createRunningSummary = (db: DatabaseSync): (() => Totals) => {
  const fresh = db.prepare('SELECT seq, entry FROM timeline WHERE seq > ? ORDER BY seq');
  const summary = createSummary();
  let last = 0;
  return () => {
    for (const row of fresh.iterate(last)) {
      summary.add(JSON.parse(String(row.entry)) as JournalEntry);
      last = Number(row.seq);
    }
    return summary.totals();
  };
};
