import type { DeliveryEntry } from '../../core/customer/model/journal.ts';
import { BUS_EVENTS } from '../../language/catalogue/bus-events.ts';
import type { OutgoingEvent } from './ports.ts';

/** What the desk is told of a reply, where a ticket is open: which ticket, and what they wrote. */
export const deskEvents = ({ customer, at, channel, enrolment, step, desk }: DeliveryEntry): OutgoingEvent[] => {
  if (!desk) return [];
  const about = enrolment && step ? { about: `${enrolment}/${step}` } : {};
  return [
    {
      id: desk.reply,
      type: BUS_EVENTS.replyReceived,
      at,
      detail: { customerId: customer, ...desk, channel, ...about },
    },
  ];
};
