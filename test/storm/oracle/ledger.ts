import { createHash } from 'node:crypto';
import type { Enrolment } from '../../../core/customer/model/enrolment.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Run } from '../functions.ts';
import type { RawEvent } from '../traffic.ts';
import type { Case, Counted, Enrolled } from './forbidden.ts';
import type { Gave } from './gestures.ts';
import type { Knowledge } from './knowledge.ts';
import { createKnowledge } from './knowledge.ts';
import type { Promised } from './promises.ts';
import type { StepRecord } from './steps.ts';
import { createSteps } from './steps.ts';
import type { Done } from './works.ts';

/** A promise that was not kept. */
export interface Violation {
  invariant: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9' | 'I10';
  customer: string;
  message: string;
}

export interface EventRecord {
  event: RawEvent;
  bad?: string;
  answers: string[];
  /** In this life of the customer. */
  commits: number;
}

/** An enrolment as the oracle follows it. */
export interface Running extends Enrolled {
  /** It says an exit's last words. */
  inWords: boolean;
  /** Of journeys with one run per value. */
  per?: string;
  hasGoal: boolean;
}

/** By which a commit is told from those of other ids, and of other lives. */
export const commitKey = ({
  id,
  firstSeenAt,
  version,
}: Pick<CustomerState, 'id' | 'firstSeenAt' | 'version'>): string => `${id} ${firstSeenAt} ${version}`;

/** What `took` says of a step that heard nothing. */
export const SILENT = '';

/** Of the items of a whole storm, in bytes. */
export interface ItemSizes {
  /** As stores write them. */
  largest: number;
  /** As JSON. */
  longest: number;
}

/** What outlives an erasure: what was sent to the customer, and what went wrong. */
export interface Record {
  readonly violations: Violation[];
  readonly events: Map<string, EventRecord>;
  readonly hash: ReturnType<typeof createHash>;
  /** Commits that were never carried on, as `commitKey` has them, and timers that never came. */
  readonly lostCommits: Set<string>;
  readonly lostTimers: Set<string>;
  erasures: number;
  commits: number;
  sent: number;
  decisions: number;
  readonly items: ItemSizes;
  broken(invariant: Violation['invariant'], message: string): void;
}

export const createRecord = (customer: string, trace: (what: string) => void, items: Record['items']): Record => {
  const violations: Violation[] = [];
  return {
    violations,
    events: new Map(),
    hash: createHash('sha256'),
    lostCommits: new Set(),
    lostTimers: new Set(),
    erasures: 0,
    commits: 0,
    sent: 0,
    decisions: 0,
    items,
    broken: (invariant, message) => {
      violations.push({ invariant, customer, message });
      trace(`BROKEN ${invariant} ${message}`);
    },
  };
};

/** All that the oracle knows of one life of a customer: an erasure begins another. */
export interface Ledger {
  readonly record: Record;
  readonly know: Knowledge;
  readonly steps: Map<string, StepRecord>;
  stepOf(key: string): StepRecord;
  /** Events that were applied, by what a duplicate is known by, and the time they count from. */
  readonly appliedAt: Map<string, { type: string; at: number }>;
  readonly running: Map<string, Running>;
  readonly entered: Map<string, Running>;
  /** What may have reached the customer, by step and visit. */
  readonly counted: Map<string, Counted>;
  /** Work that people got, and events of ours that went out. */
  readonly done: Done[];
  /** What was given, by its id. */
  readonly gestures: Map<string, Gave>;
  /** What messages promised, by their decisions. */
  readonly promised: Map<string, Promised>;
  /** What each visit to a listening step took. */
  readonly took: Map<string, string>;
  /** Of every commit, as text, under which id it is, and of which commit. */
  readonly journal: { customer: string; commit: string; text: string }[];
  /** What was published, and what had to be. */
  readonly publications: Map<string, string>;
  readonly owed: Map<string, string>;
  /** What has become of work for people, by the decision that gave it. */
  readonly fates: Map<string, string>;
  item: CustomerState | undefined;
  last: Run | undefined;
  isDirty: boolean;
  /** Another id of theirs has been taken over. */
  isMerged: boolean;
  broken: Record['broken'];
  /** Something that must not happen a second time. */
  once(what: string): void;
  caseOf(
    run: Pick<Run, 'catalogue' | 'paused'>,
    step: StepRecord,
    about: { moment: string; purpose: string; at: number; enrolled: Enrolled },
  ): Case;
}

/** What a step does, as the catalogue has it. */
export const stepIn = ({ journeys }: Catalogue, journey: string, step: string) => {
  const steps = journeys[journey]?.steps ?? {};
  return Object.hasOwn(steps, step) ? steps[step] : undefined;
};

/** Whether somebody can stand at this step of this journey. */
export const isStep = (catalogue: Catalogue, { journey, at }: Pick<Enrolment, 'journey' | 'at'>): boolean =>
  at === 'Start'
    ? catalogue.journeys[journey] !== undefined
    : stepIn(catalogue, journey, at) !== undefined ||
      (catalogue.journeys[journey]?.exits.some(({ words }) => words === at) ?? false);

export const createLedger = (customer: string, record: Record): Ledger => {
  const { all: steps, of: stepOf } = createSteps();
  const times = new Map<string, number>();
  const know = createKnowledge();
  const running: Ledger['running'] = new Map();
  const counted: Ledger['counted'] = new Map();
  const done: Ledger['done'] = [];
  const { broken } = record;
  return {
    record,
    know,
    steps,
    stepOf,
    appliedAt: new Map(),
    running,
    entered: new Map(),
    counted,
    done,
    gestures: new Map(),
    promised: new Map(),
    took: new Map(),
    journal: [],
    publications: new Map(),
    owed: new Map(),
    fates: new Map(),
    item: undefined,
    last: undefined,
    isDirty: false,
    isMerged: false,
    broken,
    once: (what) => {
      times.set(what, (times.get(what) ?? 0) + 1);
      if (times.get(what) === 2) broken('I6', `${what} happened twice.`);
    },
    caseOf: ({ catalogue, paused }, step, about) => {
      const definition = stepIn(catalogue, about.enrolled.journey, step.step);
      return {
        know,
        catalogue,
        customer,
        key: step.key,
        running: running.values(),
        counted: counted.values(),
        done,
        step: step.step,
        paused,
        unless: definition && 'unless' in definition ? (definition.unless ?? []) : [],
        busyUntil: step.busyUntil,
        isDown: step.isDown,
        ...about,
      };
    },
  };
};
