import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { eventsOfGesture } from '../../functions/relay/gesture-events.ts';

/** What relay publishes of these entries' gestures. */
export const emitted = (journal: readonly JournalEntry[]) =>
  journal.flatMap((entry) => (entry.kind === 'gesture' ? eventsOfGesture(entry) : []));
