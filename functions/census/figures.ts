import type { DeliveryEntry, JournalEntry } from '../../core/customer/model/journal.ts';
import { parseReason } from '../../language/catalogue/reason.ts';

type Count = (name: string, by?: Record<string, string>) => void;

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

const NAMES: Partial<Record<JournalEntry['kind'], string>> = {
  entered: 'Entered',
  'not-entered': 'NotEntered',
  goal: 'GoalReached',
};

/** `Rejected` is an event that intake refused. */
const DELIVERIES: Partial<Record<DeliveryEntry['status'], string>> = {
  'soft-bounced': 'SoftBounced',
  'opted-out': 'OptedOut',
  rejected: 'MessageRejected',
  read: 'MessageRead',
  dismissed: 'MessageDismissed',
  clicked: 'LinkOpened',
};

/** A reason as a dimension has it: without the journey that mutes, and the same for whatever patience was over for. */
const reasonOf = (reason: string): string => {
  const parts = parseReason(reason);
  return parts?.isPatienceOver ? 'patience' : (parts?.reason ?? reason);
};

/** What happened to customers, as figures: each outcome by itself, and by its reason. */
export const countEntry = (entry: JournalEntry, count: Count): void => {
  if (entry.kind === 'decision') {
    count(capital(entry.outcome));
    count('Decisions', { Outcome: entry.outcome, Reason: reasonOf(entry.reason) });
  } else if (entry.kind === 'delivery' && entry.automatic) count('RepliedAutomatically');
  else if (entry.kind === 'delivery') count(DELIVERIES[entry.status] ?? capital(entry.status));
  else {
    const name = NAMES[entry.kind];
    if (name) count(name);
  }
};
