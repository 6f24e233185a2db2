import type { JournalEntry } from '../../core/customer/model/journal.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Project } from '../../simulator/project.ts';
import type { Message } from '../deliver/channel.ts';
import type { Person } from './contract/common.ts';
import type { Note } from './contract/customers.ts';
import type { ReceivedEvent, Reject, RejectPlace } from './contract/events.ts';
import type { Role } from './contract/roles.ts';
import type { Settings } from './contract/stage.ts';

/** A page that is asked for, and one that is answered. Cursors are opaque. */
export interface PageAsked {
  after?: string | undefined;
  count: number;
}
export interface Paged<Item> {
  items: Item[];
  next?: string;
}

/** Who asks. */
export interface Caller {
  user: Person;
  roles: readonly Role[];
  /** Who says that it is they. */
  vouched: 'sign-in' | 'iam' | 'nobody';
}

/** The workflows that run here, read and compiled. */
export interface Running {
  version: number;
  project: Project;
  /** What is wrong in files that were left out, a line each. */
  broken: string[];
}

/** Port: one row of what relay counts. Days are in the zone of the policy. */
export interface CountRow {
  day: string;
  journey: string;
  /** Of what happened at a step. */
  step?: string | undefined;
  what: 'entered' | 'decided' | 'heard' | 'goal' | 'ended';
  /** Of a decision: its outcome, its reason without `patience:`, and the channel. Of an end: its reason. */
  outcome?: string | undefined;
  reason?: string | undefined;
  channel?: string | undefined;
  /** Of the enrolment: the journey to `treated` or `control`, a split to its arm. */
  arms?: Record<string, string> | undefined;
  count: number;
}

/** Port: what became of everybody, counted. */
export interface Counts {
  /** From the first day to the last, both counted in. */
  rows(asked: { from: string; to: string; journey?: string | undefined }): Promise<CountRow[]>;
  customers(): Promise<number>;
  /** Events not taken, by reason. */
  rejected(asked: { from: string; to: string }): Promise<Record<string, number>>;
}

export type Doing = 'waiting' | 'held' | 'listening';

/** How many rest at a step. Times are milliseconds. */
export interface RestingRow {
  journey: string;
  step: string;
  doing: Doing;
  /** Of a hold. */
  reason?: string | undefined;
  people: number;
  /** When the first of them is due. */
  next: number;
}

export interface RestingPerson {
  customer: string;
  enrolment: string;
  doing: Doing;
  reason?: string | undefined;
  since: number;
  due: number;
}

/** Port: who rests where. */
export interface Resting {
  rows(journey?: string): Promise<RestingRow[]>;
  /** The next due first. */
  people(
    asked: PageAsked & { journey: string; step: string; doing?: Doing | undefined },
  ): Promise<Paged<RestingPerson>>;
  /** What is due from `from` until `to`, in milliseconds, by day in a zone. */
  due(asked: {
    from: number;
    to: number;
    zone: string;
  }): Promise<(Omit<RestingRow, 'next' | 'reason'> & { day: string })[]>;
}

/** Port: ids of customers by a part of what they are known by; all, by id, where nothing is asked for. */
export interface Directory {
  search(asked: PageAsked & { q: string }): Promise<Paged<string>>;
}

export type SentMessage = Message & { at: string };

/** Port: what is held of customers. */
export interface Customers {
  /** Undefined of somebody nobody knows. `ids`: all of the person, the one that they go on under first. */
  load(customer: string): Promise<{ ids: string[]; state: CustomerState } | undefined>;
  /** Of several at once, in the order asked; who is not there is left out. */
  loadAll(customers: string[]): Promise<CustomerState[]>;
  /** Of all these ids, oldest first. */
  timeline(ids: string[]): Promise<JournalEntry[]>;
  messages(ids: string[]): Promise<SentMessage[]>;
  /** Ends what they are in and removes what is held of them. */
  erase(customer: string): Promise<void>;
}

/** Port: what colleagues noted about customers. */
export interface Notes {
  add(customer: string, note: Omit<Note, 'id'>): Promise<Note>;
  /** Newest first. */
  of(ids: string[]): Promise<Note[]>;
}

/** Work that was given to a person: the decision, with its words. */
export interface GivenTask {
  entry: Extract<JournalEntry, { kind: 'decision' }>;
}

/** Port: work that was given to people. */
export interface Tasks {
  /** Since then, in milliseconds, the newest first. */
  given(asked: PageAsked & { since: number }): Promise<Paged<GivenTask>>;
}

/** Port: where events come in, and where those go that were not taken. */
export interface Intake {
  /** The text of a body, as a producer sends it. Throws BodyInvalid. */
  receive(body: string): Promise<{ entries: ReceivedEvent[]; failure?: unknown }>;
  /** Events of our own making, such as a choice on somebody’s behalf. */
  publish(events: { type: string; detail: Record<string, unknown> }[]): Promise<void>;
  rejects(
    asked: PageAsked & { place: RejectPlace; reason?: string | undefined },
  ): Promise<Paged<Reject> & { byReason: Record<string, number> }>;
  redrive(asked: { place: RejectPlace; reason?: string | undefined; discard: boolean }): Promise<{
    putBack: number;
    discarded: number;
    refusedAgain?: number | undefined;
    isMore: boolean;
  }>;
  /** Events that came since then, in milliseconds: one envelope each, oldest first. */
  past(since: number): AsyncIterable<string> | Iterable<string>;
}

/** Port: journeys that are paused. */
export interface Flags {
  paused(): Promise<string[]>;
  pause(journey: string): Promise<void>;
  resume(journey: string): Promise<void>;
}

/** Port: one message to an address of our own. Throws TestRefused where the address may not be sent to. */
export interface TestSend {
  send(message: Message): Promise<{ reference?: string }>;
}

/** An act of a person, as it is handed to the log. */
export interface Act {
  who: { name: string; vouched: 'sign-in' | 'iam' | 'nobody' };
  right: string;
  at: string;
  act: string;
  subject?: { kind: string; id: string } | undefined;
  given?: unknown;
  before?: unknown;
  after?: unknown;
  outcome?: 'refused' | 'failed' | undefined;
  request: string;
}

/** Port: what people did here. Lines are added and never changed. */
export interface AuditLog {
  append(act: Act): Promise<void>;
  /** Newest first. */
  page(asked: {
    after?: string | undefined;
    count?: number;
    about?: Act['subject'];
  }): Promise<Paged<Act & { id: string }>>;
}

/** What a stage is. */
export interface Stage {
  name: string;
  isLocal: boolean;
  isKept: boolean;
  settings(): Promise<Pick<Settings, 'draft' | 'needsSecondPair' | 'frameOrigins' | 'channels'>>;
}

/** Port: the stage’s time in milliseconds. Only a local world can be moved ahead. */
export interface Clock {
  now(): number;
  advance?(milliseconds: number): Promise<void>;
}
