import { EventRejected } from './envelope.ts';

/** Which element of an array an event is, counted from 1. */
export interface Element {
  each: string;
  number: number;
  of: number;
}

/** A refusal that says which element it is about. */
export const inElement = ({ reason, message, event, id, customer }: EventRejected, { each, number, of }: Element) =>
  new EventRejected(reason, `Element ${number} of ${of} in ${each}: ${message}`, {
    ...(event === undefined ? {} : { event }),
    ...(id === undefined ? {} : { id }),
    ...(customer === undefined ? {} : { customer }),
  });

/** What was refused of an envelope with several events; the others were taken. */
export const together = (refusals: EventRejected[]): EventRejected => {
  const [first] = refusals;
  if (!first || refusals.length === 1) return first ?? new EventRejected('malformed', 'Nothing was refused.');
  const { event, id, customer } = first;
  const about = { ...(event && { event }), ...(id && { id }), ...(customer && { customer }) };
  // How many there are stands first: a long message is cut at its end.
  const told = refusals.map(({ message }) => message).join(' ');
  return new EventRejected(first.reason, `${refusals.length} of the events in it were refused. ${told}`, about);
};
