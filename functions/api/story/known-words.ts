import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import type { Words } from './tone.ts';

type KnownEntry = Extract<JournalEntry, { kind: 'corrected' | 'disputed' | 'chosen' }>;

const RHYTHM = {
  'as-now': 'They want to hear from us as often as usual',
  fewer: 'They want to hear from us half as often',
  necessary: 'They want to hear only what they must know',
};

/** What somebody decided about what is kept of them, as colleagues read it. */
export const knownInWords = (entry: KnownEntry): Words => {
  switch (entry.kind) {
    case 'corrected':
      return {
        tone: 'plain',
        title: `They ${entry.change === 'removed' ? 'removed' : 'corrected'} what we knew: ${entry.attribute}`,
        ...(entry.was === undefined ? {} : { reason: `it had been ${entry.was}` }),
      };
    case 'disputed':
      return {
        tone: 'plain',
        title: 'They say that we understood them wrong',
        reason: `${entry.event} of ${entry.happenedAt.slice(0, 10)} counts no more`,
      };
    case 'chosen': {
      if (entry.frequency !== undefined) return { tone: 'plain', title: RHYTHM[entry.frequency] };
      const { from, to } = entry.hours ?? {};
      const title =
        from === undefined ? 'They keep the usual quiet hours again' : `They want quiet from ${from} to ${to}`;
      return { tone: 'plain', title };
    }
  }
};
