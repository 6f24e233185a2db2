import { createHash } from 'node:crypto';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Run } from '../functions.ts';
import type { TaskPayload } from '../machines.ts';
import type { RawEvent } from '../traffic.ts';
import type { Case, Counted, Enrolled } from './forbidden.ts';
import type { Knowledge } from './knowledge.ts';
import { createKnowledge } from './knowledge.ts';
import type { StepRecord } from './steps.ts';
import { createSteps } from './steps.ts';

/** A promise that was not kept. */
export interface Violation {
  invariant: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9';
  customer: string;
  message: string;
}

export interface EventRecord {
  event: RawEvent;
  bad?: string;
  answers: string[];
  commits: number;
}

/** An enrolment as the oracle follows it. */
export interface Running extends Enrolled {
  phase: string;
  /** Of journeys with one run per value. */
  per?: string;
  hasGoal: boolean;
}

export const MINUTE = 60_000;

/** What `took` says of a step that heard nothing. */
export const SILENT = '';

/** All that the oracle knows of one customer. */
export interface Ledger {
  readonly violations: Violation[];
  readonly know: Knowledge;
  readonly steps: Map<string, StepRecord>;
  stepOf(key: string): StepRecord;
  readonly events: Map<string, EventRecord>;
  /** Events that were applied, by what a duplicate is known by, and the time they count from. */
  readonly appliedAt: Map<string, number>;
  readonly running: Map<string, Running>;
  readonly entered: Map<string, Running>;
  /** What may have reached the customer, by step. */
  readonly counted: Map<string, Counted>;
  /** What each listening step took, and what its machine was told. */
  readonly took: Map<string, string>;
  readonly heardTold: Map<string, string>;
  /** What each step was answered for good. */
  readonly answers: Map<string, string>;
  readonly executions: Map<string, string>;
  /** Executions that have to start. */
  readonly due: Set<string>;
  /** Of every commit, as text. */
  readonly journal: string[];
  /** What was published, and what had to be. */
  readonly given: Map<string, string>;
  readonly owed: Set<string>;
  readonly hash: ReturnType<typeof createHash>;
  item: CustomerState | undefined;
  last: Run | undefined;
  sentCount: number;
  decisionCount: number;
  largest: number;
  isDirty: boolean;
  broken(invariant: Violation['invariant'], message: string): void;
  /** Something that must not happen a second time. */
  once(what: string): void;
  caseOf(
    run: Pick<Run, 'catalogue' | 'paused'>,
    task: TaskPayload | undefined,
    step: StepRecord,
    about: { moment: string; purpose: string; at: number; enrolled: Enrolled },
  ): Case;
}

export const createLedger = (customer: string, trace: (what: string) => void): Ledger => {
  const { all: steps, of: stepOf } = createSteps();
  const violations: Violation[] = [];
  const times = new Map<string, number>();
  const know = createKnowledge();
  const running: Ledger['running'] = new Map();
  const counted: Ledger['counted'] = new Map();
  const broken: Ledger['broken'] = (invariant, message) => {
    violations.push({ invariant, customer, message });
    trace(`BROKEN ${invariant} ${message}`);
  };
  return {
    violations,
    know,
    steps,
    stepOf,
    events: new Map(),
    appliedAt: new Map(),
    running,
    entered: new Map(),
    counted,
    took: new Map(),
    heardTold: new Map(),
    answers: new Map(),
    executions: new Map(),
    due: new Set(),
    journal: [],
    given: new Map(),
    owed: new Set(),
    hash: createHash('sha256'),
    item: undefined,
    last: undefined,
    sentCount: 0,
    decisionCount: 0,
    largest: 0,
    isDirty: false,
    broken,
    once: (what) => {
      times.set(what, (times.get(what) ?? 0) + 1);
      if (times.get(what) === 2) broken('I6', `${what} happened twice.`);
    },
    caseOf: ({ catalogue, paused }, task, step, about) => ({
      know,
      catalogue,
      customer,
      key: step.key,
      running: running.values(),
      counted: counted.values(),
      paused,
      unless: (task?.unless ?? []) as Case['unless'],
      busyUntil: step.busyUntil,
      ...about,
    }),
  };
};
