import type { Enrolment } from './enrolment.ts';
import type { DecisionEntry } from './journal.ts';
import type { CustomerState } from './state.ts';

/** Bytes of what an item consists of, as JSON: by the place in MEASURED, and by enrolment in the order of the item. */
interface Sizes {
  parts: number[];
  enrolments: number[];
}

/** Of items that were measured. Parts of an item are replaced and not written into: one that the next item shares is as long as it was. */
const measured = new WeakMap<CustomerState, Sizes>();

const isEmpty = (part: object): boolean => {
  for (const _ in part) return false;
  return true;
};

const sizeOf = (part: object): number => (isEmpty(part) ? 2 : Buffer.byteLength(JSON.stringify(part)));

/** What a change mostly leaves as it was, and what may be of any length. */
const MEASURED = [
  'occurrences',
  'attributes',
  'cleared',
  'consent',
  'incidents',
  'incidentsByWeek',
  'seen',
  'seenOf',
  'ended',
  'evidence',
  'answers',
  'worked',
  'tasks',
  'gestures',
  'marks',
  'aliases',
  'before',
  'promises',
  'themes',
] as const satisfies (keyof CustomerState)[];

const partsOf = (state: CustomerState, before: CustomerState, known: Sizes | undefined): number[] =>
  MEASURED.map((name, place) => {
    const part = state[name];
    if (!part) return 0;
    return (part === before[name] ? known?.parts[place] : undefined) ?? sizeOf(part);
  });

/** What of an enrolment may be of any length. */
const OPEN_PARTS = ['event', 'heard', 'arms', 'turns', 'noted', 'offers'] as const satisfies (keyof Enrolment)[];

const isAsLong = (one: Enrolment, other: Enrolment | undefined): boolean =>
  other !== undefined && OPEN_PARTS.every((name) => one[name] === other[name]);

const sizeOfEnrolment = (enrolment: Enrolment): number => {
  let size = 0;
  for (const name of OPEN_PARTS) {
    const part = enrolment[name];
    if (part) size += sizeOf(part);
  }
  return size;
};

const enrolmentsOf = (state: CustomerState, before: CustomerState, known: Sizes | undefined): number[] => {
  const earlier = known ? Object.keys(before.enrolments) : [];
  return Object.keys(state.enrolments).map((id, place) => {
    const enrolment = state.enrolments[id] as Enrolment;
    // Mostly none has ended before it, and it stands where it stood.
    const isWhereItWas = earlier[place] === id && isAsLong(enrolment, before.enrolments[id]);
    return (isWhereItWas ? known?.enrolments[place] : undefined) ?? sizeOfEnrolment(enrolment);
  });
};

const charactersOf = ({ because, message, evidence = [], chosenFor = [], excused = '' }: DecisionEntry): number =>
  because.length +
  excused.length +
  chosenFor.join().length +
  (message ? message.subject.length + message.text.length : 0) +
  evidence.reduce((sum, one) => sum + one.because.length + 100, 0);

/**
 * No fewer bytes than an item has: most are far from full, and are not written as a whole to know it. `before` is the item that it
 * was made from: what they share is not measured again.
 */
export const atMost = (state: CustomerState, before: CustomerState): number => {
  const known = measured.get(before);
  const sizes = { parts: partsOf(state, before, known), enrolments: enrolmentsOf(state, before, known) };
  measured.set(state, sizes);
  const { enrolments, journal, decisions, effects } = state;
  let most = 2600 + 330 * decisions.length + 220 * effects.length;
  for (const size of sizes.parts) most += size;
  for (const size of sizes.enrolments) most += 730 + size;
  for (const id of Object.keys(enrolments)) most += 45 * (enrolments[id] as Enrolment).took.length;
  for (const entry of journal) {
    most += 1000 + (entry.kind === 'decision' ? 6 * charactersOf(entry) : 0);
    if (entry.kind === 'task' || entry.kind === 'note') most += sizeOf(entry);
    if (entry.kind === 'decision' && entry.with) most += sizeOf(entry.with);
    if (entry.kind === 'delivery' && entry.desk) most += sizeOf(entry.desk);
  }
  return most;
};
