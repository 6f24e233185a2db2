import { z } from 'zod';
import { Channel } from '../../catalogue/channel.ts';
import { NotGiven } from '../../catalogue/gesture.ts';
import { Outcome } from '../../catalogue/outcome.ts';
import { DecisionReason, EndReason, EntryRefusal } from '../../catalogue/reason.ts';

const Value = z.union([z.string(), z.number(), z.boolean()]);
const Values = z.record(z.string(), Value);

const Seconds = z.number().int();

/** In seconds from the start. `at` means within five minutes; `once` and `never` look at the whole run. */
export const When = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at'), at: Seconds }),
  z.strictObject({ kind: z.literal('by'), by: Seconds }),
  z.strictObject({ kind: z.literal('between'), from: Seconds, to: Seconds }),
  z.strictObject({ kind: z.literal('once') }),
  z.strictObject({ kind: z.literal('never') }),
]);
export type When = z.infer<typeof When>;

/** What happens to a journey; `ended` is said of both. */
export const PASSAGES = ['entered', 'not-entered', 'goal', 'ended'] as const;

/** What becomes of what a moment promised, as scenarios say it, to how the journal has it. */
export const PROMISED = {
  promised: 'made',
  'due-soon': 'due-soon',
  kept: 'kept',
  broken: 'broken',
  'kept-late': 'kept-late',
} as const;

const isPromised = (what: string): what is keyof typeof PROMISED => Object.hasOwn(PROMISED, what);
const PROMISES = Object.keys(PROMISED).filter(isPromised);
/** What becomes of work for a person; `merged` is said of what a colleague had open already. */
export const FATES = ['merged', 'taken', 'returned', 'alone', 'done', 'declined', 'expired'] as const;
/** What becomes of a gesture. */
export const GIVINGS = ['gave', 'confirmed', 'not-given', 'took-back'] as const;

export const Expectation = z.strictObject({
  /** As written. */
  text: z.string(),
  line: z.number().int(),
  when: When,
  what: z.enum([...new Set([...PASSAGES, ...GIVINGS, ...Outcome.options, ...PROMISES, ...FATES])]),
  /** A journey, a moment, the type of an emitted event, the moment that promised, or a kind of gesture. */
  subject: z.string(),
  of: z.enum(['journey', 'moment', 'event', 'promise', 'gesture']),
  channel: Channel.optional(),
  reason: z.union([DecisionReason, EntryRefusal, EndReason, NotGiven]).optional(),
  journey: z.string().optional(),
  with: Values.optional(),
});
export type Expectation = z.infer<typeof Expectation>;

/** A scenario as read: every reference checked, every time worked out. */
export const Scenario = z.strictObject({
  name: z.string(),
  file: z.string(),
  line: z.number().int(),
  /** Dates among the attributes are UTC instants. */
  customer: z.strictObject({ id: z.string(), attributes: Values }),
  /** As written, in `zone`: the customer's, else the policy's. */
  start: z.string(),
  zone: z.string(),
  /** `start` as a UTC instant. */
  startsAt: z.string(),
  /** Journey to `treated` or `control`, split step to the name of an arm. */
  arms: z.record(z.string(), z.string()),
  timeline: z.array(
    z.strictObject({
      /** Seconds from the start; a day is 24 hours. */
      at: Seconds,
      event: z.string(),
      /** null takes a value away. */
      with: z.record(z.string(), z.union([Value, z.null(), z.array(Values)])),
      line: z.number().int(),
    }),
  ),
  expect: z.array(Expectation),
});
export type Scenario = z.infer<typeof Scenario>;
