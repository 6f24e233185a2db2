import type { JournalEntry } from '../../core/customer/model/journal.ts';

type Count = (name: string, by?: Record<string, string>) => void;

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

const NAMES: Partial<Record<JournalEntry['kind'], string>> = {
  entered: 'Entered',
  'not-entered': 'NotEntered',
  goal: 'GoalReached',
};

/** What happened to customers, as figures: each outcome by itself, and by its reason without what follows a colon. */
export const countEntry = (entry: JournalEntry, count: Count): void => {
  if (entry.kind === 'decision') {
    count(capital(entry.outcome));
    count('Decisions', { Outcome: entry.outcome, Reason: entry.reason.split(':')[0] ?? entry.reason });
  } else if (entry.kind === 'delivery') count(capital(entry.status));
  else {
    const name = NAMES[entry.kind];
    if (name) count(name);
  }
};
