import type { Before } from './before.ts';
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

/** Of all parts that there are. */
const sizeOfAll = (parts: (object | undefined)[]): number => {
  let size = 0;
  for (const part of parts) if (part) size += sizeOf(part);
  return size;
};

/** What a change mostly leaves as it was, and what may be of any length. */
const openParts = (state: CustomerState): (object | undefined)[] => [
  state.occurrences,
  state.attributes,
  state.cleared,
  state.consent,
  state.incidents,
  state.incidentsByWeek,
  state.seen,
  state.seenOf,
  state.ended,
  state.evidence,
  state.answers,
  state.worked,
  state.tasks,
  state.gestures,
  state.marks,
  state.aliases,
  state.promises,
  state.themes,
];

/** What of an enrolment may be of any length. */
const openPartsOf = ({ event, heard, arms, turns, noted, offers, overtaken }: Enrolment): (object | undefined)[] => [
  event,
  heard,
  arms,
  turns,
  noted,
  offers,
  overtaken,
];

/** Most commits move somebody: ids and reasons are short, and are not written to be measured. */
const sizeOfBefore = ({ enrolments = {}, tasks = {}, themes = [] }: Before): number => {
  let size = 100 + sizeOf(tasks) + sizeOf(themes);
  for (const { arms = {} } of Object.values(enrolments)) size += 300 + sizeOf(arms);
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
  const { enrolments, journal, decisions, effects, before } = state;
  let most = 2600 + 330 * decisions.length + 220 * effects.length + sizeOfAll(openParts(state));
  if (before) most += sizeOfBefore(before);
  for (const enrolment of Object.values(enrolments))
    most += 730 + 45 * enrolment.took.length + sizeOfAll(openPartsOf(enrolment));
  for (const entry of journal) {
    most += 1000 + (entry.kind === 'decision' ? 6 * charactersOf(entry) : 0);
    if (entry.kind === 'task' || entry.kind === 'note') most += sizeOf(entry);
    if (entry.kind === 'decision' && entry.with) most += sizeOf(entry.with);
    if (entry.kind === 'delivery' && entry.desk) most += sizeOf(entry.desk);
  }
  return most;
};
