import { addressOf, Channel } from '../../../language/catalogue/channel.ts';
import { asTold } from './as-told.ts';
import { boundList, isElements, jsonBytes } from './bound-list.ts';
import { clip, clipOrDrop } from './clip.ts';
import { fewerOccurrences } from './fewer-occurrences.ts';
import type { Incident } from './incident.ts';
import { isUnclosed } from './incidents.ts';
import { toItem } from './item.ts';
import type { JournalEntry } from './journal.ts';
import { LIMITS } from './limits.ts';
import { isOpenWork } from './listed-work.ts';
import { atMost } from './measure-item.ts';
import type { CustomerState } from './state.ts';

/** What an item without room keeps: bytes of a text, and entries of lists, the newest. */
interface Room {
  /** Of the fields that an enrolment entered by: conditions compare them. */
  entering: number;
  /** Of any other text. */
  text: number;
  /** Of an address, which is whole or not there. */
  url: number;
  evidence: number;
  /** The newest, and of older ones that somebody waits for. */
  occurrences: number;
  awaited: number;
  decisions: number;
  /** Of consents, closed incidents, what caps on work count, and earlier enrolments of a journey. */
  others: number;
}

/** One after the other, until the item fits: what explains goes first, what decides stays longest. */
const ROOMS: Room[] = [
  { entering: 500, text: 250, url: LIMITS.url, evidence: 6, occurrences: 8, awaited: 32, decisions: 96, others: 32 },
  { entering: 250, text: 125, url: LIMITS.url, evidence: 3, occurrences: 4, awaited: 32, decisions: 64, others: 16 },
  { entering: 125, text: LIMITS.exact, url: 1024, evidence: 3, occurrences: 2, awaited: 24, decisions: 48, others: 12 },
  {
    entering: LIMITS.exact,
    text: LIMITS.exact,
    url: 700,
    evidence: 3,
    occurrences: 1,
    awaited: 16,
    decisions: 32,
    others: 8,
  },
  { entering: LIMITS.exact, text: 32, url: 350, evidence: 1, occurrences: 1, awaited: 8, decisions: 24, others: 4 },
  { entering: 32, text: 16, url: 16, evidence: 0, occurrences: 0, awaited: 4, decisions: 24, others: 2 },
];

/** Addresses go out, and zone and locale are looked up: cut, they would be wrong. */
const WHOLE = new Set(['zone', 'locale', ...Channel.options.flatMap((channel) => addressOf(channel) ?? [])]);

type Fields = Record<string, unknown>;

/** A list of things has so much more room than a text. */
const LIST_ROOM = LIMITS.list / LIMITS.text;

const clipFields = (fields: Fields, most: number, mostOfUrl: number): Fields => {
  const clipped: Fields = {};
  for (const [name, value] of Object.entries(fields)) {
    if (isElements(value)) clipped[name] = boundList(value, LIST_ROOM * most);
    else if (typeof value !== 'string') {
      // What an expression gives may be anything: one that is cut in the middle would say something else.
      if (jsonBytes(value) <= LIST_ROOM * most) clipped[name] = value;
    } else {
      const shorter = clipOrDrop(value, most, mostOfUrl);
      if (shorter !== undefined) clipped[name] = shorter;
    }
  }
  return clipped;
};

const clipEntry = (entry: JournalEntry, { text, url }: Room): JournalEntry => {
  const most = Math.max(text, LIMITS.exact);
  const clipped = { ...entry };
  if ('because' in clipped) clipped.because = clip(clipped.because, most);
  // The desk gets it from here, as a person gets work.
  if (clipped.kind === 'delivery' && clipped.desk)
    clipped.desk = { ...clipped.desk, text: clip(clipped.desk.text, 8 * most) };
  if (clipped.kind === 'task' && clipped.note) clipped.note = clip(clipped.note, most);
  if (clipped.kind === 'note') clipped.text = clip(clipped.text, most);
  if (clipped.kind !== 'decision') return clipped;
  // The work of a person: the bus gets it from here.
  if (clipped.message) clipped.message = { ...clipped.message, text: clip(clipped.message.text, 8 * most) };
  if (clipped.with) clipped.with = clipFields(clipped.with, most, url);
  if (clipped.chosenFor) clipped.chosenFor = clipped.chosenFor.map((reason) => clip(reason, most));
  if (clipped.excused) clipped.excused = clip(clipped.excused, most);
  if (clipped.evidence)
    clipped.evidence = clipped.evidence.map((one) => ({ ...one, because: clip(one.because, most) }));
  return clipped;
};

const newest = <Value>(
  record: Record<string, Value>,
  most: number,
  at: (value: Value) => number,
): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(record)
      .sort(([, one], [, other]) => at(other) - at(one))
      .slice(0, most),
  );

/** Open ones stay: they hold messages back. */
const fewerIncidents = (state: CustomerState, most: number): void => {
  const at = ({ openedAt = 0, closedAt = 0 }: Incident) => Math.max(openedAt, closedAt);
  const closed = Object.entries(state.incidents).filter(([, incident]) => !isUnclosed(incident));
  const dropped = closed.sort(([, one], [, other]) => at(other) - at(one)).slice(most);
  if (dropped.length === 0) return;
  const names = new Set(dropped.map(([name]) => name));
  state.incidents = Object.fromEntries(Object.entries(state.incidents).filter(([name]) => !names.has(name)));
  state.incidentsSince = Math.max(state.incidentsSince ?? 0, ...dropped.map(([, incident]) => at(incident)));
};

/** Of what is broken already the newest stay, which may be kept late; what is owed is followed as long as anything is. */
const fewerBrokenPromises = (state: CustomerState, most: number): void => {
  const { promises } = state;
  if (!promises) return;
  const owed = Object.entries(promises).filter(([, { next }]) => next !== undefined);
  const broken = newest(promises, LIMITS.promises, ({ due }) => due);
  const notOwed = Object.entries(broken).filter(([, { next }]) => next === undefined);
  state.promises = Object.fromEntries([...owed, ...notOwed.slice(0, most)]);
};

/** What they said is cut with other texts, and which themes they asked for stays longest. */
const shorterThemes = (state: CustomerState, { text, others }: Room): void => {
  if (!state.themes) return;
  const themes = Object.entries(newest(state.themes, others, ({ at }) => at));
  const shorter = themes.map(([theme, { quote, ...request }]) => [
    theme,
    quote === undefined ? request : { ...request, quote: clip(quote, text) },
  ]);
  state.themes = Object.fromEntries(shorter);
};

const cut = (state: CustomerState, room: Room, awaited: ReadonlySet<string>): void => {
  const { entering, text, url } = room;
  for (const [id, enrolment] of Object.entries(state.enrolments)) {
    const { event, heard } = enrolment;
    state.enrolments[id] = {
      ...enrolment,
      event: clipFields(event, entering, url),
      heard: clipFields(heard, text, url),
    };
  }
  for (const [type, all] of Object.entries(state.occurrences)) {
    const clipped = fewerOccurrences(all, awaited, room).map((one) => ({
      ...one,
      fields: clipFields(one.fields, text, url),
    }));
    state.occurrences = { ...state.occurrences, [type]: clipped };
  }
  for (const [name, attribute] of Object.entries(state.attributes)) {
    if (WHOLE.has(name) || typeof attribute.value !== 'string') continue;
    const { [name]: _, ...others } = state.attributes;
    const value = clipOrDrop(attribute.value, entering, url);
    state.attributes = value === undefined ? others : { ...others, [name]: { ...attribute, value } };
  }
  const evidence = room.evidence === 0 ? [] : state.evidence.slice(-room.evidence);
  state.evidence = (evidence.length < state.evidence.length ? evidence.map(asTold) : evidence).map((one) => ({
    ...one,
    because: clip(one.because, text),
  }));
  // What was heard first is needed to take something back, and is not all there any more.
  if (!state.evidence.some(({ weight }) => weight !== undefined)) state.moodBefore = undefined;
  // An answer stays. What its change would take back goes with what explains.
  if (room.evidence === 0)
    for (const [scale, answer] of Object.entries(state.answers)) {
      const { told: _, before: __, ...rest } = answer;
      state.answers = { ...state.answers, [scale]: rest };
    }
  state.decisions = state.decisions.slice(-room.decisions);
  state.journal = state.journal.map((entry) => clipEntry(entry, room));
  for (const [journey, all] of Object.entries(state.ended)) {
    state.ended = { ...state.ended, [journey]: all.slice(-room.others) };
  }
  for (const [key, times] of Object.entries(state.worked ?? {}))
    state.worked = { ...state.worked, [key]: times.slice(-room.others) };
  fewerBrokenPromises(state, room.others);
  shorterThemes(state, room);
  fewerIncidents(state, room.others);
  for (const [id, work] of Object.entries(state.tasks ?? {})) {
    const { [id]: _, ...others } = state.tasks ?? {};
    const { said, by, ...rest } = work;
    const words = { ...(by && { by: clip(by, text) }), ...(said && { said: clip(said, text) }) };
    // What is over is kept to know what comes late: it goes with what explains.
    if (isOpenWork(work) || room.evidence > 0) state.tasks = { ...state.tasks, [id]: { ...rest, ...words } };
    else state.tasks = others;
  }
  // A wish to be left alone is never forgotten for want of room.
  const granted = Object.fromEntries(Object.entries(state.consent).filter(([, { choice }]) => choice === 'granted'));
  const withdrawn = Object.fromEntries(
    Object.entries(state.consent).filter(([, { choice }]) => choice === 'withdrawn'),
  );
  if (state.cleared) state.cleared = newest(state.cleared, room.others, ({ at }) => at);
  state.consent = { ...newest(granted, room.others, ({ at }) => at), ...withdrawn };
};

/** As it is written an item is never longer than its JSON: that mostly tells, without deflating it. */
const isWithin = (state: CustomerState): boolean =>
  Buffer.byteLength(JSON.stringify(state)) < LIMITS.item || Buffer.byteLength(toItem(state)) < LIMITS.item;

/** Whether an item holds more than a store may be given. */
export const isTooLarge = (state: CustomerState): boolean => atMost(state) >= LIMITS.item && !isWithin(state);

/** Makes an item fit that is too large, by cutting as little as it can. `awaited`: ids of occurrences that somebody waits for. */
export const fitItem = (state: CustomerState, awaited: ReadonlySet<string>): void => {
  for (const room of ROOMS) {
    cut(state, room, awaited);
    if (isWithin(state)) break;
  }
};

/** Whether another enrolment with these fields leaves room for what follows. */
export const hasRoomFor = ({ enrolments }: CustomerState, event: Fields): boolean => {
  const bytes = (fields: Fields): number =>
    Object.values(clipFields(fields, LIMITS.exact, LIMITS.url)).reduce<number>(
      (sum, value) => sum + jsonBytes(value),
      0,
    );
  const running = Object.values(enrolments);
  if (running.length < 4) return true;
  return running.reduce((sum, one) => sum + bytes(one.event), bytes(event)) <= LIMITS.entering;
};
