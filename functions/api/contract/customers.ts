import * as z from 'zod';
import { Evidence, JournalEntry } from '../../../core/customer/model/journal.ts';
import { PromiseStatus } from '../../../core/customer/model/promise.ts';
import { SENDABLE } from '../../../language/catalogue/channel.ts';
import { Provenance } from '../../../language/catalogue/event.ts';
import { Purpose } from '../../../language/catalogue/kind.ts';
import { Frequency, HOURS, LEAST_OPEN_HOURS, leaveRoom } from '../../../language/catalogue/known.ts';
import { Asks } from './acting.ts';
import { CustomerId, Done, Instant, listOf, Page, Person } from './common.ts';
import { route } from './route.ts';

const Mood = z.enum(['negative', 'neutral', 'positive']);

export const CustomerSummary = z
  .strictObject({
    customer: CustomerId,
    name: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    mood: Mood,
    journeys: z.array(z.strictObject({ journey: z.string(), title: z.string() })),
    openIncidents: z.number().int(),
    changedAt: Instant,
  })
  .meta({ id: 'CustomerSummary' });
export type CustomerSummary = z.infer<typeof CustomerSummary>;

/** A message as it went out. */
export const SentMessage = z
  .strictObject({
    /** Of the decision by which it was sent. */
    id: z.string(),
    at: Instant,
    journey: z.string(),
    step: z.string(),
    moment: z.string(),
    purpose: Purpose,
    channel: z.enum(SENDABLE),
    to: z.string().optional(),
    subject: z.string(),
    text: z.string(),
    html: z.string().optional(),
    headers: z.record(z.string(), z.string()),
  })
  .meta({ id: 'SentMessage' });
export type SentMessage = z.infer<typeof SentMessage>;

/** What a decision rested on, and what would have changed it. */
export const Grounds = z
  .strictObject({
    rested: z.array(z.string()),
    otherwise: z.array(z.string()),
    /** What the record does not tell. */
    unsure: z.string().optional(),
  })
  .meta({ id: 'Grounds' });
export type Grounds = z.infer<typeof Grounds>;

export const StoryLine = z
  .strictObject({
    at: Instant,
    tone: z.enum(['sent', 'held', 'stopped', 'person', 'good', 'bad', 'plain']),
    /** What happened, in a line. */
    title: z.string(),
    reason: z.string().optional(),
    /** What the customer reads if they ask why. */
    because: z.string().optional(),
    until: Instant.optional(),
    entry: JournalEntry,
    grounds: Grounds.optional(),
    /** Of what was sent. */
    message: SentMessage.optional(),
    /** Of what went out to them: what it asks. */
    asks: Asks.optional(),
  })
  .meta({ id: 'StoryLine' });
export type StoryLine = z.infer<typeof StoryLine>;

const MoodNow = z.strictObject({
  word: Mood,
  /** -1 to 1. */
  score: z.number(),
  /** While it is negative: when it clears if nothing else happens. */
  until: Instant.optional(),
  evidence: z.array(Evidence),
  /** The last 60 days at most. */
  points: z.array(z.strictObject({ at: Instant, score: z.number() })),
  /** What moved it, newest first. */
  moves: z.array(
    z.strictObject({
      at: Instant,
      happenedAt: Instant,
      before: z.number(),
      after: z.number(),
      because: z.array(z.string()),
    }),
  ),
  /** At or below the first it is negative, at or above the second positive. */
  negative: z.number(),
  positive: z.number(),
});

const KnownFact = z.strictObject({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]),
  provenance: Provenance,
  /** By which event. */
  event: z.string(),
  at: Instant,
  since: Instant.optional(),
  isSensitive: z.boolean(),
});

const ConsentState = z.enum(['granted', 'withdrawn']);

/** Full hours, such as `21:00`; enough of a day has to stay open. */
const OwnHours = z
  .strictObject({ from: z.enum(HOURS), to: z.enum(HOURS) })
  .refine(({ from, to }) => leaveRoom(from, to), `at least ${LEAST_OPEN_HOURS} hours of a day have to stay open`);

/** What they choose: of everything that can be chosen. Without a choice, none was made. */
export const Preferences = z
  .strictObject({
    topics: z.array(
      z.strictObject({
        topic: z.string(),
        title: z.string(),
        /** As it stands: their choice, else what applies to everybody. */
        isOn: z.boolean(),
        choice: ConsentState.optional(),
        at: Instant.optional(),
      }),
    ),
    channels: z.array(
      z.strictObject({
        channel: z.enum(SENDABLE),
        title: z.string(),
        choice: ConsentState.optional(),
        at: Instant.optional(),
        /** Why it does not reach them. */
        unreachable: z.enum(['bounced', 'complained']).optional(),
        address: z.string().optional(),
      }),
    ),
    pausedUntil: Instant.optional(),
    /** How often they chose to hear from us. */
    frequency: Frequency.optional(),
    /** Quiet hours of their own, where they are. */
    hours: z.strictObject({ from: z.string(), to: z.string() }).optional(),
  })
  .meta({ id: 'Preferences' });
export type Preferences = z.infer<typeof Preferences>;

const EnrolmentNow = z.strictObject({
  enrolment: z.string(),
  journey: z.string(),
  title: z.string(),
  per: z.string().optional(),
  startedAt: Instant,
  isLeaving: z.boolean(),
  arms: z.record(z.string(), z.string()),
  step: z
    .strictObject({
      step: z.string(),
      doing: z.enum(['waiting', 'held', 'listening']),
      moment: z.string().optional(),
      reason: z.string().optional(),
      because: z.string().optional(),
      /** Events that it listens for. */
      on: z.array(z.string()).optional(),
      due: Instant,
    })
    .optional(),
});

const OpenIncident = z.strictObject({
  kind: z.string(),
  id: z.string(),
  openedAt: Instant.optional(),
  /** When it counts no longer, if nobody closes it. */
  endsAt: Instant.optional(),
});

/** What a message promised: how it stands. */
export const PromiseNow = z
  .strictObject({
    /** The decision that made it. */
    promise: z.string(),
    moment: z.string(),
    title: z.string(),
    madeAt: Instant,
    due: Instant,
    status: PromiseStatus,
    /** Since when it is so, and by which event it was kept. */
    at: Instant,
    event: z.string().optional(),
  })
  .meta({ id: 'PromiseNow' });
export type PromiseNow = z.infer<typeof PromiseNow>;

/** What they asked for, newest first. */
const AskedTheme = z.strictObject({
  theme: z.string(),
  at: Instant,
  event: z.string(),
  /** The sentence in which they said it. */
  quote: z.string().optional(),
  /** A colleague noted it; else it was read in their words. */
  isNoted: z.boolean(),
});
export type AskedTheme = z.infer<typeof AskedTheme>;

export const Note = z.strictObject({ id: z.string(), at: Instant, by: Person, text: z.string() }).meta({ id: 'Note' });
export type Note = z.infer<typeof Note>;

export const Story = z
  .strictObject({
    customer: CustomerId,
    /** All ids of the person, the one that they go on under first. */
    ids: z.array(z.string()),
    name: z.string().optional(),
    asOf: Instant,
    /** Theirs; times that are theirs are told in it. */
    zone: z.string(),
    locale: z.string().optional(),
    firstSeenAt: Instant,
    lastHeardAt: Instant.optional(),
    tenureDays: z.number().optional(),
    closedAt: Instant.optional(),
    /** Why only care goes out. */
    protectedBy: z.strictObject({ event: z.string(), at: Instant }).optional(),
    mood: MoodNow,
    known: z.array(KnownFact),
    answers: z.array(z.strictObject({ scale: z.string(), score: z.number(), at: Instant })),
    preferences: Preferences,
    incidents: z.array(OpenIncident),
    /** The last twenty that messages made: what is owed first, the soonest before, then the newest. */
    promises: z.array(PromiseNow),
    themes: z.array(AskedTheme),
    /** All that there are in the policy: what a colleague may note. */
    themesKnown: z.array(z.string()),
    enrolments: z.array(EnrolmentNow),
    /** What comes next by itself, the soonest first. */
    next: z.array(
      z.strictObject({ at: Instant, journey: z.string(), title: z.string(), step: z.string(), says: z.string() }),
    ),
    notes: z.array(Note),
    /** Newest first, a page; `older` is the cursor of the next. */
    timeline: z.array(StoryLine),
    older: z.string().optional(),
  })
  .meta({ id: 'Story' });
export type Story = z.infer<typeof Story>;

const OneCustomer = z.strictObject({ customer: CustomerId });

const Situation = z.strictObject({
  at: Instant,
  mood: z.strictObject({ word: Mood, score: z.number(), until: Instant.optional(), isStrong: z.boolean() }),
  incidents: z.array(z.strictObject({ incident: z.string(), since: Instant, ends: Instant })).optional(),
  pausedUntil: Instant.optional(),
  running: z.array(z.strictObject({ journey: z.string(), title: z.string(), enrolment: z.string(), since: Instant })),
  held: z.array(
    z.strictObject({
      moment: z.string(),
      journey: z.string(),
      step: z.string(),
      since: Instant,
      reason: z.string(),
      until: Instant.optional(),
    }),
  ),
});

export const Why = z
  .strictObject({
    customer: CustomerId,
    zone: z.string(),
    /** How it was for them at the time asked for. */
    situation: Situation.optional(),
    /** Oldest first, up to that time. */
    decisions: z.array(StoryLine),
    notEntered: z.array(StoryLine),
    /** All of it as `tactful why` prints it. */
    lines: z.array(z.string()),
  })
  .meta({ id: 'Why' });
export type Why = z.infer<typeof Why>;

export const customerRoutes = {
  searchCustomers: route({
    says: 'Customers by their id, by the beginning of an email address or a word of their name, or by their phone number. A local world lists all where nothing is asked for.',
    query: Page.extend({ q: z.string().max(512).optional() }),
    answer: listOf(CustomerSummary),
  }),
  readCustomer: route({
    says: 'A customer: who they are, how they feel, where they are, and all that happened, newest first, a page at a time.',
    params: OneCustomer,
    query: Page,
    answer: Story,
  }),
  why: route({
    says: 'Why they got what they got, and did not get the rest, up to a time.',
    params: OneCustomer,
    query: z.strictObject({ at: z.string().max(40).optional() }),
    answer: Why,
  }),
  addNote: route({
    says: 'Notes something about a customer, for colleagues.',
    params: OneCustomer,
    body: z.strictObject({ text: z.string().trim().min(1).max(4000) }),
    status: 201,
    answer: Note,
  }),
  setTheme: route({
    says: 'Notes that a customer asks for something, or takes that away.',
    params: OneCustomer,
    body: z.strictObject({
      theme: z.string().min(1).max(50),
      choice: z.enum(['set', 'removed']),
      quote: z.string().trim().min(1).max(300).optional(),
    }),
    answer: z.strictObject({ items: z.array(AskedTheme) }),
  }),
  setPreferences: route({
    says: 'Sets what a customer asked for, on their behalf. What is not named stays.',
    params: OneCustomer,
    body: z.strictObject({
      topics: z.record(z.string().max(200), ConsentState).optional(),
      channels: z.partialRecord(z.enum(SENDABLE), ConsentState).optional(),
      /** Null ends the pause. */
      pausedUntil: z.union([Instant, z.null()]).optional(),
      frequency: Frequency.optional(),
      /** Null takes the usual quiet hours again. */
      hours: z.union([OwnHours, z.null()]).optional(),
      /** How they asked, such as `on the phone`. */
      asked: z.string().max(500).optional(),
    }),
    answer: Preferences,
  }),
  eraseCustomer: route({
    says: 'Erases everything that is held of a customer.',
    params: OneCustomer,
    answer: Done,
  }),
  exportCustomer: route({
    says: 'Everything that is held of a customer, as JSON.',
    params: OneCustomer,
    answer: z.strictObject({
      customer: CustomerId,
      exportedAt: Instant,
      state: z.record(z.string(), z.unknown()).optional(),
      timeline: z.array(JournalEntry),
      messages: z.array(z.record(z.string(), z.unknown())),
      notes: z.array(Note),
      /** Events that came for them, where a stage keeps a sample of what came. */
      past: z.array(z.record(z.string(), z.unknown())),
    }),
  }),
};
