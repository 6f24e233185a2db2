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

/** So many refusals of one envelope are told in full. */
const MOST_TOLD = 10;

/** What was refused of an envelope with several events; the others were taken. */
export const together = (refusals: EventRejected[]): EventRejected => {
  const [first] = refusals;
  if (!first || refusals.length === 1) return first ?? new EventRejected('malformed', 'Nothing was refused.');
  const told = refusals.slice(0, MOST_TOLD).map(({ message }) => message);
  const more = refusals.length > told.length ? ` And ${refusals.length - told.length} more.` : '';
  const { event, id, customer } = first;
  const about = { ...(event && { event }), ...(id && { id }), ...(customer && { customer }) };
  return new EventRejected(first.reason, `${told.join(' ')}${more}`, about);
};
