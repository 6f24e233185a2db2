import type { GestureEntry } from '../../core/customer/model/journal.ts';
import type { OutgoingEvent } from './ports.ts';

const TOLD: Readonly<Record<string, string>> = {
  given: 'gesture.given',
  confirmed: 'gesture.confirmed',
  failed: 'gesture.failed',
  reversed: 'gesture.reversed',
};

/** What others hear of a gesture: that it came to this, and what they are asked to do where no journey's decision says that. */
export const eventsOfGesture = (entry: GestureEntry): OutgoingEvent[] => {
  const { at, customer, gesture, of: kind, state, by, journey, why, emits } = entry;
  const about = { customerId: customer, gesture };
  const requests: OutgoingEvent[] = emits
    ? [{ id: `${gesture}/asks-${state}`, type: emits.event, at, detail: { ...emits.with, ...about } }]
    : [];
  const type = TOLD[state];
  if (type === undefined) return requests;
  const detail = {
    ...about,
    kind,
    ...(by === undefined ? {} : { by }),
    ...(journey === undefined ? {} : { journey }),
    ...(why === undefined ? {} : { why }),
  };
  // A gesture may fail for one reason, and then for another. With the reason in the id others hear of each once.
  const id = [`${gesture}/${state}`, ...(why === undefined ? [] : [why])].join('-');
  return [...requests, { id, type, at, detail }].map((event) => ({
    ...event,
    detail: { ...event.detail, decision: event.id },
  }));
};
