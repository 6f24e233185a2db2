import type { DatabaseSync } from 'node:sqlite';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import type { Count, Counts } from '../../../functions/shared/stores/counts.ts';
import type { LocalWorld } from '../local-world.ts';

type Row = Pick<Count, 'journey' | 'kind' | 'value'> &
  Partial<Pick<Count, 'step' | 'reason'>> & { enrolment?: string | undefined };

/** What an entry of the journal counts as. */
const rowOf = (entry: JournalEntry): Row | undefined => {
  switch (entry.kind) {
    case 'entered':
    case 'goal':
      return { kind: entry.kind, journey: entry.journey, value: '', enrolment: entry.enrolment };
    case 'not-entered':
      return { kind: entry.kind, journey: entry.journey, value: entry.reason };
    case 'ended':
      return { kind: 'ended', journey: entry.journey, value: entry.reason, enrolment: entry.enrolment };
    case 'decision': {
      const { journey, step, outcome, reason, enrolment } = entry;
      return { kind: 'decision', journey, step, value: outcome, reason, enrolment };
    }
    case 'rejected':
      return { kind: 'rejected', journey: '', value: entry.reason };
    default:
      return undefined;
  }
};

/** Counts of the kept timeline; each time only what is new in it is read. */
export const createLocalCounts = (db: DatabaseSync, local: LocalWorld): Counts => {
  const fresh = db.prepare('SELECT seq, entry FROM timeline WHERE seq > ? ORDER BY seq');
  const rows = new Map<string, Count>();
  const arms = new Map<string, Record<string, string>>();
  let last = 0;

  const add = (entry: JournalEntry): void => {
    if (entry.kind === 'entered') arms.set(entry.enrolment, entry.arms);
    const row = rowOf(entry);
    if (!row) return;
    const { enrolment = '', ...counted } = row;
    const written = { step: '', reason: '', ...counted, day: entry.at.slice(0, 10), arms: arms.get(enrolment) ?? {} };
    const key = JSON.stringify(written);
    const known = rows.get(key);
    if (known) known.count++;
    else rows.set(key, { ...written, count: 1 });
    if (entry.kind === 'ended') arms.delete(entry.enrolment);
  };

  return {
    of: (journey, { from, to }) =>
      local.ask(() => {
        for (const row of fresh.iterate(last)) {
          add(JSON.parse(String(row.entry)) as JournalEntry);
          last = Number(row.seq);
        }
        return [...rows.values()].filter((row) => row.journey === journey && row.day >= from && row.day <= to);
      }),
  };
};
