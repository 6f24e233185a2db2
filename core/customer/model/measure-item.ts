import type { Enrolment } from './enrolment.ts';
import type { DecisionEntry } from './journal.ts';
import type { CustomerState } from './state.ts';

const sizes = new WeakMap<object, number>();

const isEmpty = (part: object): boolean => {
  for (const _ in part) return false;
  return true;
};

/** Bytes of a part as JSON. Parts of an item are replaced and not written into, so that each is written once to be measured. */
const sizeOf = (part: object): number => {
  if (isEmpty(part)) return 2;
  const cached = sizes.get(part);
  if (cached !== undefined) return cached;
  const size = Buffer.byteLength(JSON.stringify(part));
  sizes.set(part, size);
  return size;
};

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

/** What of an enrolment may be of any length. */
const OPEN_PARTS = ['event', 'heard', 'arms', 'turns', 'noted', 'offers'] as const satisfies (keyof Enrolment)[];

const sizeOfEnrolment = (enrolment: Enrolment): number => {
  let size = 0;
  for (const name of OPEN_PARTS) {
    const part = enrolment[name];
    if (part) size += sizeOf(part);
  }
  return size;
};

const charactersOf = ({ because, message, evidence = [], chosenFor = [], excused = '' }: DecisionEntry): number =>
  because.length +
  excused.length +
  chosenFor.join().length +
  (message ? message.subject.length + message.text.length : 0) +
  evidence.reduce((sum, one) => sum + one.because.length + 100, 0);

/** No fewer bytes than an item has: most are far from full, and are not written as a whole to know it. */
export const atMost = (state: CustomerState): number => {
  const { enrolments, journal, decisions, effects } = state;
  let most = 2600 + 330 * decisions.length + 220 * effects.length;
  for (const name of MEASURED) {
    const part = state[name];
    if (part) most += sizeOf(part);
  }
  for (const enrolment of Object.values(enrolments))
    most += 730 + 45 * enrolment.took.length + sizeOfEnrolment(enrolment);
  for (const entry of journal) {
    most += 1000 + (entry.kind === 'decision' ? 6 * charactersOf(entry) : 0);
    if (entry.kind === 'task' || entry.kind === 'note') most += sizeOf(entry);
    if (entry.kind === 'decision' && entry.with) most += sizeOf(entry.with);
    if (entry.kind === 'delivery' && entry.desk) most += sizeOf(entry.desk);
  }
  return most;
};
