import * as z from 'zod';
import { Channel } from '../../../language/catalogue/channel.ts';
import { Scale } from '../../../language/catalogue/kind.ts';
import { AddressMarks } from './address-mark.ts';
import { Answer } from './answer.ts';
import { Attribute, Cleared } from './attribute.ts';
import { Before } from './before.ts';
import { Decision } from './decision.ts';
import { Effect } from './effect.ts';
import { Enrolment } from './enrolment.ts';
import { ALIAS_FORMAT, ITEM_FORMAT } from './format.ts';
import { GestureRecord } from './gesture.ts';
import { Incident } from './incident.ts';
import { JournalEntry } from './journal.ts';
import { ChosenFrequency, ChosenHours, KeptEvidence } from './known.ts';
import { Millis } from './millis.ts';
import { Mood } from './mood.ts';
import { Occurrence } from './occurrence.ts';
import { MadePromises } from './promise.ts';
import { AskedThemes } from './theme.ts';
import { tolerant } from './tolerant.ts';
import { Work } from './work.ts';

export const CustomerState = tolerant({
  format: z.literal([ITEM_FORMAT, ALIAS_FORMAT]),
  id: z.string(),
  /** Grows by one with each commit; 0 has never been committed. */
  version: z.number(),
  at: Millis,
  firstSeenAt: Millis,
  /** When its person was first known under any of their ids, where that is earlier. */
  knownSince: Millis.optional(),
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
  /** When the last of them became one with the others: what was said before, and comes after, takes back no wish of theirs. */
  mergedAt: Millis.optional(),
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
