import * as z from 'zod';
import { Channel, SENDABLE } from '../../../language/catalogue/channel.ts';
import { Provenance } from '../../../language/catalogue/event.ts';
import { Purpose, Scale } from '../../../language/catalogue/kind.ts';
import { Outcome } from '../../../language/catalogue/outcome.ts';
import { BareReason, EndReason } from '../../../language/catalogue/reason.ts';
import { StepAnswer } from '../../../language/catalogue/task.ts';
import { AddressMarks } from './address-mark.ts';
import { Effect } from './effect.ts';
import { GestureRecord } from './gesture.ts';
import { JournalEntry } from './journal.ts';
import { ChosenFrequency, ChosenHours, KeptEvidence } from './known.ts';
import { Offers } from './offers.ts';
import { MadePromises } from './promise.ts';
import { AskedThemes } from './theme.ts';
import { tolerant } from './tolerant.ts';
import { Work } from './work.ts';

/** Milliseconds since 1970, UTC. Every time in the item is one. */
const Millis = z.number();
export type Millis = z.infer<typeof Millis>;

export const Attribute = tolerant({
  value: z.union([z.string(), z.number(), z.boolean()]),
  provenance: Provenance,
  event: z.string(),
  at: Millis,
  /** When it first had this value, where it was stated again since. */
  since: Millis.optional(),
  /** While it stands, and is not false, only care goes out. */
  sensitive: z.literal(true).optional(),
});
export type Attribute = z.infer<typeof Attribute>;

/** By which event an attribute went, so that an older one does not bring it back. */
export const Cleared = Attribute.pick({ provenance: true, event: true, at: true });
export type Cleared = z.infer<typeof Cleared>;

/** Running sums of mood (docs/gate.md): S and W as of `at`. `negativeUntil` is when mood last stops, or stopped, being negative. */
export const Mood = tolerant({
  s: z.number(),
  w: z.number(),
  at: Millis,
  quietUntil: Millis,
  negativeUntil: Millis,
  /** When the newest strong sign happened, and the newest of what lifted the score to `positive`. */
  strongAt: Millis.optional(),
  liftedAt: Millis.optional(),
});
export type Mood = z.infer<typeof Mood>;

/** Incidents so near to each other that they are one to whoever lives through them. */
export const IncidentSeries = tolerant({
  /** The id of the first. */
  of: z.string(),
  since: Millis,
});
export type IncidentSeries = z.infer<typeof IncidentSeries>;

export const Incident = tolerant({
  openedAt: Millis.optional(),
  closedAt: Millis.optional(),
  /** Of one that continues another. */
  series: IncidentSeries.optional(),
  /** What it told of mood, as sums as of `at`, while nobody has closed it: what closes it softens that. */
  told: tolerant({ s: z.number(), w: z.number(), at: Millis }).optional(),
  /** The event about everyone that opened it, as a short hash. */
  crowd: z.string().optional(),
});
export type Incident = z.infer<typeof Incident>;

/** Something that happened and that a listening step may take. */
export const Occurrence = tolerant({
  id: z.string(),
  at: Millis,
  fields: z.record(z.string(), z.unknown()),
});
export type Occurrence = z.infer<typeof Occurrence>;

/** A message that went out, or may have, as long as caps, the gap or an answer to it need it. */
export const Decision = tolerant({
  enrolment: z.string(),
  journey: z.string(),
  step: z.string(),
  visit: z.number(),
  moment: z.string(),
  purpose: Purpose,
  outcome: Outcome.exclude(['held', 'replaced']),
  at: Millis,
  channel: Channel.optional(),
});
export type Decision = z.infer<typeof Decision>;

/** The right of one attempt to send, alone, until its lease is over. */
export const Reservation = tolerant({
  attempt: z.string(),
  at: Millis,
  until: Millis,
  channel: z.enum(SENDABLE),
});
export type Reservation = z.infer<typeof Reservation>;

/** Where an enrolment goes as soon as nothing is reserved any more: to an exit's last words, or out. */
export const Leaving = tolerant({
  to: z.string(),
  reason: EndReason,
});
export type Leaving = z.infer<typeof Leaving>;

export const Enrolment = tolerant({
  journey: z.string(),
  per: z.string().optional(),
  /** The entering event's own time, for re-entry and for what happened since. */
  startedAt: Millis,
  /** Of the commit that entered it. */
  enteredAt: Millis,
  control: z.boolean(),
  arms: z.record(z.string(), z.string()),
  eventId: z.string(),
  /** Entering fields in use. */
  event: z.record(z.string(), z.unknown()),
  /** What a listening step took last, or the event it exits by. */
  heard: z.record(z.string(), z.unknown()),
  /** Ids of the occurrences that its steps took, as long as they are kept. */
  took: z.array(z.string()),
  /** The step in hand, and the number of this visit: it grows with every step and never repeats. */
  at: z.string(),
  visit: z.number(),
  /** What the step in hand came to: whoever asks again is told the same. */
  answer: StepAnswer.optional(),
  /** Since when the step is in hand; patience counts from it. */
  since: Millis,
  /** When there is something to do, and the number of the timer that says so: each setting of `due` has a new one. */
  due: Millis,
  timer: z.number(),
  /** The moment in hand: the step's own, or what took its place. */
  message: tolerant({ moment: z.string(), purpose: Purpose }).optional(),
  /** It took the place of the step's own: what the step comes to send by then does not matter any more. */
  replaced: z.literal(true).optional(),
  held: tolerant({ reason: BareReason, since: Millis }).optional(),
  /** Reason to when a hold for it was journalled last. */
  noted: z.record(z.string(), Millis).optional(),
  reserved: Reservation.optional(),
  /** How many reservations of this step ran out. */
  lapses: z.number().optional(),
  /** By which channel the last of those may have gone out, and when at the latest: it counts for caps until the step is decided. */
  lapsed: tolerant({ channel: z.enum(SENDABLE), at: Millis }).optional(),
  /** How often its channel did not take it, and until when that is left alone. */
  busy: tolerant({
    times: z.number(),
    until: Millis,
    /** For a fault of ours. */
    down: z.literal(true).optional(),
    /** Milliseconds that it waited for a busy channel in all, and for one that was down. */
    lost: z.number().optional(),
    lostDown: z.number().optional(),
    /** When its turn is in a channel that is paced. */
    turn: Millis.optional(),
  }).optional(),
  /** The step in hand has sent its event, and waits for the one that confirms it. */
  emitted: z.literal(true).optional(),
  /** The step in hand has given this work, or found it given, and waits for what becomes of it. */
  awaits: z.string().optional(),
  /** The gesture that the step in hand has chosen. */
  giving: z.string().optional(),
  /** The kind of gesture that was given last: copy may speak of it. */
  gave: z.string().optional(),
  /** What one of its messages offered, for the customer to choose from. */
  offers: Offers.optional(),
  /** Of loops: turns begun, and when the last one began. */
  turns: z.record(z.string(), tolerant({ count: z.number(), since: Millis })).optional(),
  /** The step with which the last words of an exit began. */
  words: z.string().optional(),
  /** It leaves as soon as the step in hand, which may have gone out, is settled. It mutes nobody. */
  leave: Leaving.optional(),
  goalAt: Millis.optional(),
  /** The event about everyone that entered it, as a short hash, until the customer says something of their own. */
  crowd: z.string().optional(),
});
export type Enrolment = z.infer<typeof Enrolment>;

/** Grows with a change of the item that a function of before could not live with; see migrate.ts. */
export const ITEM_FORMAT = 1;
/** Of an item that only says where its person is now: a release that does not know aliases must leave it alone. */
export const ALIAS_FORMAT = 2;

/**
 * What whoever counts must know of an enrolment that a commit moved: how it rested before, and what cannot be read in the item.
 * Short, since every commit carries it.
 */
export const Stood = tolerant({
  /** It rested: until when, and what its message was held for. Else it comes to rest, or ends, or is answered now. */
  due: Millis.optional(),
  held: z.string().optional(),
  /** Where it rested, if it stands elsewhere now. */
  at: z.string().optional(),
  /** The step in hand was answered by this commit. */
  answered: z.literal(true).optional(),
  /** Of one that is over. */
  journey: z.string().optional(),
  arms: z.record(z.string(), z.string()).optional(),
});
export type Stood = z.infer<typeof Stood>;

/** Where work stood in the lists of it: in which, and by what number. Empty of what is new. */
export const WorkPlace = tolerant({
  list: z.enum(['open', 'taken', 'over']).optional(),
  order: z.number().optional(),
  /** Of work that is one of many: of which, and what all of it is counted by. */
  crowd: z.string().optional(),
  moment: z.string().optional(),
  state: z.string().optional(),
});
export type WorkPlace = z.infer<typeof WorkPlace>;

/** What a commit changed of what people are counted and found by, as it was before. */
export const Before = tolerant({
  /** Of the commit: another release, which knows nothing of this, carries it along. */
  version: z.number(),
  /** Of each enrolment that comes to rest, rests no longer or otherwise, was answered, or is over. */
  enrolments: z.record(z.string(), Stood).optional(),
  /** Of each task that it changed. */
  tasks: z.record(z.string(), WorkPlace).optional(),
  /** It changed what they are found by: an address, a name. */
  known: z.literal(true).optional(),
  /** Themes that they asked for before it and do not now, or the other way round. */
  themes: z.array(z.string()).optional(),
});
export type Before = z.infer<typeof Before>;

/** The last answer on a scale. What makes it one that can be changed is kept where it names the decision that asked. */
export const Answer = tolerant({
  score: z.number(),
  at: Millis,
  /** The decision that asked, as a short id. */
  to: z.string().optional(),
  /** The event of the first answer to it, and when that happened. */
  first: tolerant({ id: z.string(), at: Millis }).optional(),
  /** All that it told of mood, as one sign of its time, and the quiet before it. */
  told: tolerant({ value: z.number(), weight: z.number() }).optional(),
  before: tolerant({ quietUntil: Millis, strongAt: Millis.optional(), liftedAt: Millis.optional() }).optional(),
});
export type Answer = z.infer<typeof Answer>;

export const CustomerState = tolerant({
  format: z.literal([ITEM_FORMAT, ALIAS_FORMAT]),
  id: z.string(),
  /** Grows by one with each commit; 0 has never been committed. */
  version: z.number(),
  at: Millis,
  firstSeenAt: Millis,
  attributes: z.record(z.string(), Attribute),
  /** Attributes that are known to be there no more. */
  cleared: z.record(z.string(), Cleared).optional(),
  /** `topic:offers` or `channel:email` to the last choice. */
  consent: z.record(z.string(), tolerant({ choice: z.enum(['granted', 'withdrawn']), at: Millis })),
  paused: tolerant({ until: Millis, at: Millis }).optional(),
  /** `soft`: by soft bounces in a row, so that a message that arrives opens it again. */
  unreachable: z.partialRecord(
    Channel,
    tolerant({ why: z.enum(['bounced', 'complained']), at: Millis, soft: z.literal(true).optional() }),
  ),
  /** Soft bounces since a message arrived last, and when the newest of them happened. */
  softBounces: z.partialRecord(Channel, tolerant({ count: z.number(), at: Millis })).optional(),
  frequency: ChosenFrequency.optional(),
  hours: ChosenHours.optional(),
  mood: Mood,
  evidence: z.array(KeptEvidence),
  /** Mood before the evidence that is kept with its weight, so that a piece of it can be taken back. */
  moodBefore: Mood.optional(),
  /** `ticket:t1` to its times. */
  incidents: z.record(z.string(), Incident),
  /** The newest time of an incident that the list has dropped. */
  incidentsSince: Millis.optional(),
  answers: z.partialRecord(Scale, Answer),
  lastHeardAt: Millis.optional(),
  /** When the last incident closed. */
  lastIncidentAt: Millis.optional(),
  /** Week number since 1970 to incidents opened. */
  incidentsByWeek: z.record(z.string(), z.number()),
  /** A short hash of the event's id to when it happened. */
  seen: z.record(z.string(), Millis),
  /** The newest event time that `seen` has dropped without knowing of which type; 0 is none. */
  seenSince: Millis,
  /** By a short hash of an event's type: the first letters of its ids in `seen`, and the newest event time that was dropped of it. */
  seenOf: z.record(z.string(), tolerant({ ids: z.string(), since: Millis.optional() })).optional(),
  occurrences: z.record(z.string(), z.array(Occurrence)),
  decisions: z.array(Decision),
  /** When work was given to people, and events of ours were sent, as far as caps count them: by what it was, the newest last. */
  worked: z.record(z.string(), z.array(Millis)).optional(),
  /** Work for people: what is open, and what was last. */
  tasks: z.record(z.string(), Work).optional(),
  /** What was given lately, the newest last. */
  gestures: z.array(GestureRecord).optional(),
  enrolments: z.record(z.string(), Enrolment),
  ended: z.record(z.string(), z.array(tolerant({ per: z.string().optional(), startedAt: Millis }))),
  /** What our messages promised, and is not kept yet. */
  promises: MadePromises.optional(),
  /** What they asked for. */
  themes: AskedThemes.optional(),
  /** The newest event that asked for care alone, for as long as the policy says. */
  protectedBy: tolerant({ event: z.string(), at: Millis }).optional(),
  closedAt: Millis.optional(),
  returnedAt: Millis.optional(),
  /** The catalogue that wrote it: its content, and the number of its publication. */
  catalogue: tolerant({ version: z.string(), number: z.number() }).optional(),
  /** Of an alias: the id under which its person goes on. Nothing else is in it. */
  movedTo: z.string().optional(),
  /** Ids that lead here, through each other: records of before lie under them. */
  aliases: z.array(z.string()).optional(),
  /** When everything here was erased: the item holds nothing more, and goes when the last record has. */
  erased: Millis.optional(),
  /** With `erased`: gestures that were on offer, by their ids. What is reserved for them is free again, also what is reserved later. */
  freed: z.array(z.string()).optional(),
  /** What the last commit meant, and what must follow from it. */
  journal: z.array(JournalEntry),
  effects: z.array(Effect),
  /** What it made known of addresses. */
  marks: z.array(AddressMarks).optional(),
  /** What it moved, for who counts. */
  before: Before.optional(),
  /** Commits of this item say what they move: whoever counts knows all of it. The number of what they say. */
  counted: z.number().optional(),
});
export type CustomerState = z.infer<typeof CustomerState>;

/** What one item may hold: entries of lists, and bytes of a text, of an id and of all of it. */
export const LIMITS = {
  evidence: 12,
  incidents: 32,
  consents: 32,
  seen: 64,
  seenTypes: 32,
  worked: 16,
  /** Open, and over. */
  tasks: 6,
  tasksOver: 4,
  /** Of who says something about work, and of what came of it. */
  who: 100,
  said: 100,
  gestures: 8,
  occurrences: 8,
  weeks: 14,
  /** So many soft bounces in a row close a channel. */
  softBounces: 5,
  aliases: 16,
  /** Of all of them as JSON. */
  aliasBytes: 1500,
  enrolments: 24,
  endedPerJourney: 16,
  promises: 8,
  themes: 12,
  /** Bytes of what they said of one. */
  quote: 160,
  /** Bytes of what tells by which event one is kept. */
  promiseBytes: 240,
  text: 500,
  /** An address is kept whole up to this, or not at all. */
  url: 2048,
  because: 300,
  /** Of what somebody wrote, on its way to whoever works on their ticket. */
  words: 2000,
  /** Bytes of a list of things, and of each text in it. */
  list: 1500,
  element: 120,
  id: 40,
  /** A text that a condition may compare is not cut below this while an enrolment runs. */
  exact: 64,
  /** The entering fields of all enrolments, each text counted up to `exact`. */
  entering: 5000,
  /** 16 KiB, less what stores write beside it. */
  item: 15_800,
} as const;

/**
 * What an item may lack: with all names from the first, items have one shape, which is read and copied faster than many. In the
 * item as it is written, which is JSON, what is undefined is not there.
 */
const NOT_KNOWN = {
  cleared: undefined,
  paused: undefined,
  softBounces: undefined,
  frequency: undefined,
  hours: undefined,
  moodBefore: undefined,
  incidentsSince: undefined,
  lastHeardAt: undefined,
  lastIncidentAt: undefined,
  seenOf: undefined,
  worked: undefined,
  tasks: undefined,
  gestures: undefined,
  promises: undefined,
  themes: undefined,
  protectedBy: undefined,
  closedAt: undefined,
  returnedAt: undefined,
  catalogue: undefined,
  movedTo: undefined,
  aliases: undefined,
  erased: undefined,
  freed: undefined,
  marks: undefined,
  before: undefined,
  counted: undefined,
} as const satisfies { [Name in OptionalName]: undefined };

type OptionalName = {
  [Name in keyof CustomerState]-?: undefined extends CustomerState[Name] ? Name : never;
}[keyof CustomerState];

/** A customer of whom nothing is known yet. */
export const emptyCustomer = (id: string, now: Millis): CustomerState => ({
  format: ITEM_FORMAT,
  id,
  version: 0,
  at: now,
  firstSeenAt: now,
  attributes: {},
  consent: {},
  unreachable: {},
  mood: { s: 0, w: 0, at: now, quietUntil: 0, negativeUntil: 0 },
  evidence: [],
  incidents: {},
  answers: {},
  incidentsByWeek: {},
  seen: {},
  seenSince: 0,
  occurrences: {},
  decisions: [],
  enrolments: {},
  ended: {},
  journal: [],
  effects: [],
  ...NOT_KNOWN,
});
