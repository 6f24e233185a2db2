import type { JournalEntry } from '../../core/customer/model/journal.ts';
import type { Storage } from './storage.ts';
import type { UnderWay } from './under-way.ts';

interface TimelineDeps {
  storage: Pick<Storage, 'timeline' | 'timers'>;
  underWay: Pick<UnderWay, 'ended'>;
  onEntry: (entry: JournalEntry) => void;
}

/** What no timer comes for any more: an enrolment that ended, a promise that was kept or broken. */
const overIn = (entry: JournalEntry): string | undefined => {
  if (entry.kind === 'ended') return entry.enrolment;
  return entry.kind === 'promise' && entry.status !== 'made' && entry.status !== 'due-soon' ? entry.promise : undefined;
};

/** The timeline as it is kept; what it says is over needs its timer no more. */
export const createTimeline = ({
  storage: { timeline, timers },
  underWay,
  onEntry,
}: TimelineDeps): Storage['timeline'] => ({
  ...timeline,
  write: async (entries) => {
    await timeline.write(entries);
    for (const { entry } of entries) {
      const over = overIn(entry);
      if (over !== undefined) {
        underWay.ended.add(over);
        timers.delete(over);
      }
      onEntry(entry);
    }
  },
});
