import type { Draft } from './draft.ts';
import { openIncidents } from './model/incidents.ts';
import type { IncomingEvent } from './model/incoming.ts';
import type { DeliveryEntry } from './model/journal.ts';

/** The kind of incident that a help desk works on. */
const TICKET = 'ticket:';

/**
 * To which ticket a reply with words is handed: the one that was opened last of those that are open. One alone, so that
 * nobody reads it twice.
 */
export const handOver = ({ state, now, deps }: Draft, { id, words }: IncomingEvent): DeliveryEntry['desk'] => {
  if (words === undefined) return undefined;
  const openedAt = (name: string): number => state.incidents[name]?.openedAt ?? 0;
  const tickets = openIncidents(state, now, deps.catalogue.policy).filter((name) => name.startsWith(TICKET));
  const [last] = tickets.sort((one, other) => openedAt(other) - openedAt(one));
  return last === undefined ? undefined : { ticket: last.slice(TICKET.length), text: words, reply: id };
};
