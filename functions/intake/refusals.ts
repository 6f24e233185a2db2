import type { IntakeAnswer } from './answer.ts';
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

type Refusal = Pick<EventRejected, 'reason' | 'message' | 'event' | 'id' | 'customer'>;

/** Of an envelope with several events something was refused. The others were taken. */
export class PartlyRefused extends EventRejected {
  override name = 'PartlyRefused';
  /** What the others came to. */
  readonly taken: readonly IntakeAnswer[];
  constructor({ reason, message, event, id, customer }: Refusal, answers: readonly IntakeAnswer[]) {
    super(reason, message, { ...(event && { event }), ...(id && { id }), ...(customer && { customer }) });
    this.taken = answers;
  }
}

/** So many are told whole: a reject has no room for more. */
const MOST_TOLD = 5;

/** What was refused of an envelope with several events, and what came too late of it, with what the others came to. */
export const together = (
  first: EventRejected,
  more: readonly EventRejected[],
  answers: readonly IntakeAnswer[],
): PartlyRefused => {
  const late = answers.flatMap(({ stale }) => stale ?? []);
  const all = [first, ...more, ...late];
  if (all.length === 1) return new PartlyRefused(first, answers);
  const refused = `${more.length + 1} of the events in it ${more.length === 0 ? 'was' : 'were'} refused`;
  // How many there are stands first: a long message is cut at its end.
  const counts = late.length === 0 ? refused : `${refused} and ${late.length} came too late`;
  const messages = all.slice(0, MOST_TOLD).map(({ message }) => message);
  const { reason, event, id, customer } = first;
  return new PartlyRefused({ reason, event, id, customer, message: `${counts}. ${messages.join(' ')}` }, answers);
};
