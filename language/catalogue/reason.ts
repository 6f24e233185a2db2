import * as z from 'zod';
import { REASONS } from './reasons.ts';

type Name = keyof typeof REASONS;

/** Why a decision about a moment is what it is. */
export const Reason = z.enum(Object.keys(REASONS) as [Name, ...Name[]]);
export type Reason = z.infer<typeof Reason>;

const MUTED_BY = 'muted-by:';
const PATIENCE = 'patience:';

/** A reason with what belongs to it: `gap`, `muted-by:renewal`. */
export const BareReason = z.union([Reason.exclude(['muted-by']), z.templateLiteral([MUTED_BY, z.string()])]);
export type BareReason = z.infer<typeof BareReason>;

/** As the journal has it: a bare reason, after `patience:` where patience for it was over. */
export const DecisionReason = z.union([BareReason, z.templateLiteral([PATIENCE, BareReason])]);
export type DecisionReason = z.infer<typeof DecisionReason>;

export interface ReasonParts {
  reason: Reason;
  /** Of `muted-by`: the journey that came first. */
  journey?: string;
  /** It was held for that, and nobody had patience for it any more. */
  isPatienceOver: boolean;
}

/** The parts of a reason as it is written; undefined for one that this version does not know. */
export const parseReason = (text: string): ReasonParts | undefined => {
  const isPatienceOver = text.startsWith(PATIENCE);
  const bare = isPatienceOver ? text.slice(PATIENCE.length) : text;
  if (bare.startsWith(MUTED_BY)) return { reason: 'muted-by', journey: bare.slice(MUTED_BY.length), isPatienceOver };
  const { data: reason } = Reason.safeParse(bare);
  return reason === undefined || reason === 'muted-by' ? undefined : { reason, isPatienceOver };
};

export const mutedBy = (journey: string): BareReason => `${MUTED_BY}${journey}`;

export const patienceOver = (reason: BareReason): DecisionReason => `${PATIENCE}${reason}`;

/** Why an event did not enter a customer into a journey. */
export const EntryRefusal = z.enum([
  'condition',
  'already-running',
  'already-entered',
  'too-soon',
  'account-closed',
  'too-long',
  'too-many',
  'no-key',
  'continued',
]);
export type EntryRefusal = z.infer<typeof EntryRefusal>;

/** Why an enrolment is over. */
export const EndReason = z.enum([
  'finished',
  'exit',
  'goal',
  'farewell',
  'expired',
  'journey-retired',
  'step-retired',
  'merged',
  'erased',
]);
export type EndReason = z.infer<typeof EndReason>;
