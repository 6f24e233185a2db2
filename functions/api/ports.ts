import type { DecisionEntry, JournalEntry } from '../../core/customer/model/journal.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Project } from '../../simulator/project.ts';
import type { Message } from '../deliver/channel.ts';
import type { BroadcastCommand } from '../operate/broadcasts.ts';
import type { OperatorAnswer } from '../operate/command.ts';
import type { InboxEntry } from '../shared/inbox-message.ts';
import type { Broadcast } from '../shared/stores/broadcasts.ts';
import type { Person, ReceivedEvent } from './contract/common.ts';
import type { Note } from './contract/customers.ts';
import type { Reject, RejectPlace } from './contract/events.ts';
import type { Job } from './contract/jobs.ts';
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

/** What somebody does where they rest. */
export type Doing = 'waiting' | 'held' | 'listening';

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
  /** Of events that came for them what is kept, to be played once more. */
  past(ids: string[]): Promise<Record<string, unknown>[]>;
  /** What lies in their inboxes, with what they did with it, in no order that means anything. */
  inbox(ids: string[]): Promise<InboxEntry[]>;
  /** Ends what they are in and removes what is held of them. */
  erase(customer: string): Promise<void>;
}

/** Port: what colleagues noted about customers. */
export interface Notes {
  add(customer: string, note: Omit<Note, 'id'>): Promise<Note>;
  /** Newest first. */
  of(ids: string[]): Promise<Note[]>;
}

/** Work as it was given: by which decision, to whom, and when. */
export interface GivenWork {
  customer: string;
  task: string;
  /** Milliseconds. */
  at: number;
}

/** Port: the words of work for people. */
export interface Tasks {
  /** The decisions by which it was given, in the order asked; undefined of one that is not kept any more. */
  words(work: readonly GivenWork[]): Promise<(DecisionEntry | undefined)[]>;
}

/** What came for customers, to be played once more. */
export interface Past {
  /** One envelope each, oldest first. */
  lines: string[];
  /** Those who were known before it, as they are known today. */
  people: CustomerState[];
  /** About which share of all customers these are, where it is not all. */
  share?: number;
}

/** Port: where events come in, and where those go that were not taken. */
export interface Intake {
  /** The text of a body, as a producer sends it. Throws Refused, 400, where no events can be found in it. */
  receive(body: string): Promise<{ entries: ReceivedEvent[]; failure?: unknown }>;
  /** Events of our own making, such as a choice on somebody’s behalf. */
  publish(events: { type: string; detail: Record<string, unknown> }[]): Promise<void>;
  rejects(
    query: PageAsked & { place: RejectPlace; reason?: string | undefined },
  ): Promise<Paged<Reject> & { byReason: Record<string, number> }>;
  redrive(query: { place: RejectPlace; reason?: string | undefined; discard: boolean }): Promise<{
    putBack: number;
    discarded: number;
    refusedAgain?: number | undefined;
    isMore: boolean;
  }>;
  /** Events that came since then, in milliseconds. */
  past(since: number): Promise<Past>;
}

/** Port: what is told to many, and how far it is. */
export interface Broadcasting {
  /** The newest first. */
  list(count: number): Promise<Broadcast[]>;
  /** Stops one, lets it go on, or answers the work that one gave. */
  ask(command: BroadcastCommand): Promise<Pick<OperatorAnswer, 'ok' | 'lines'>>;
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

/** What a stage is. */
export interface Stage {
  name: string;
  isLocal: boolean;
  isKept: boolean;
  /** `sends`: whether messages leave the stage. */
  settings(): Promise<Pick<Settings, 'draft' | 'needsSecondPair' | 'frameOrigins'> & { sends: boolean }>;
}

/** Port: the stage’s time in milliseconds. Only a local world can be moved ahead. */
export interface Clock {
  now(): number;
  advance?(milliseconds: number): Promise<void>;
}

/** Somebody who may sign in. */
export interface StageUser {
  /** As the user pool calls them, and as a token does. */
  user: string;
  id: string;
  name: string;
  roles: Role[];
  isEnabled: boolean;
  state: 'invited' | 'active' | 'by-provider';
  since?: string;
}

/** Port: who may sign in. */
export interface StageUsers {
  list(page: PageAsked): Promise<Paged<StageUser>>;
  find(user: string): Promise<StageUser | undefined>;
  /** Undefined where somebody with this address is there already; who was invited and has not got all roles gets them. Throws Refused where roles are not given: to invite again completes it. */
  invite(email: string, roles: readonly Role[]): Promise<StageUser | undefined>;
  /** First gives what is new, then takes what is not among them: nobody is without any on the way. */
  setRoles(user: string, before: readonly Role[], after: readonly Role[]): Promise<void>;
  /** Locks them out, and ends what they are signed in to; or lets them in again. */
  setAccess(user: string, isEnabled: boolean): Promise<void>;
}

/** What is to be worked out. `asked` is the body of the route that asked for it. */
export interface JobOrder {
  kind: 'scenarios' | 'play' | 'backtest';
  asked: unknown;
  by: Person;
}

/** How far work is. */
export type OnProgress = (progress: { done: number; total: number }) => void;

/** Port: work that takes longer than an answer may. */
export interface Jobs {
  start(order: JobOrder): Promise<string>;
  read(job: string): Promise<Job | undefined>;
}
