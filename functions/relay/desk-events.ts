import type { DeliveryEntry } from '../../core/customer/model/journal.ts';
import type { OutgoingEvent } from './ports.ts';

/** What a reply is called on the bus whose writer has a ticket open. */
const DESK_EVENT = 'desk.reply_received';

/** What the desk is told of a reply, where a ticket is open: which ticket, and what they wrote. */
export const deskEvents = ({ customer, at, channel, enrolment, step, desk }: DeliveryEntry): OutgoingEvent[] => {
  if (!desk) return [];
  const about = enrolment && step ? { about: `${enrolment}/${step}` } : {};
  return [{ id: desk.reply, type: DESK_EVENT, at, detail: { customerId: customer, ...desk, channel, ...about } }];
};
