import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { With } from '../../language/catalogue/with.ts';
import { evaluate } from '../../language/expressions/condition.ts';
import { iso } from '../time/instant.ts';
import { customerZone } from './model/customer-zone.ts';
import type { Enrolment } from './model/enrolment.ts';
import { type Facts, factsOf, pick, tenureDaysOf } from './model/facts.ts';
import type { JournalEntry } from './model/journal.ts';
import type { Millis } from './model/millis.ts';
import type { CustomerState } from './model/state.ts';

/** What copy may read. */
export interface CopyNames {
  event: Record<string, unknown>;
  customer: Record<string, unknown>;
  with: Record<string, unknown>;
  /** `kind`: which was given last. */
  gesture?: Record<string, unknown>;
}

/** What a moment says to this customer: dates print in `zone` and `locale`. */
export interface CopyAsk {
  moment: string;
  names: CopyNames;
  zone: string;
  locale?: string;
}

/** Port: the words of a moment; undefined where its copy cannot be written. What is missing prints as nothing. */
export interface Words {
  because(ask: CopyAsk): string | undefined;
  task(ask: CopyAsk): { subject: string; text: string } | undefined;
}

/** Chooses arms: `treated` or `control` of a journey, and one of a split's arms. */
export interface Assignment {
  holdout(customer: string, journey: string, percent: number): boolean;
  arm(customer: string, journey: string, split: string, arms: { name: string; share: number }[]): string;
}

export interface ReduceDeps {
  catalogue: Catalogue;
  /** Journeys that an operator has paused. */
  paused: ReadonlySet<string>;
  assignment: Assignment;
  /** Grows with each publication of a catalogue, also of an earlier one. */
  catalogueNumber: number;
}

/** A change in the making: `state` is this reduce's own copy. */
export interface Draft {
  state: CustomerState;
  now: Millis;
  deps: ReduceDeps;
}

type Unstamped<Entry> = Entry extends JournalEntry ? Omit<Entry, 'at' | 'customer'> : never;

/** Writes an entry into the commit's journal. */
export const note = ({ state, now }: Pick<Draft, 'state' | 'now'>, entry: Unstamped<JournalEntry>): void => {
  state.journal.push({ at: iso(now), customer: state.id, ...entry } as JournalEntry);
};

const facts = ({ state, now, deps }: Draft): Facts => factsOf(state, now, deps.catalogue);

/** The named facts: machines ask for few, and mostly for none. */
export const factsNamed = (draft: Draft, names: string[]): Facts => (names.length > 0 ? pick(facts(draft), names) : {});

/** What a condition reads. Facts are worked out when it reads one. */
export const namesWith = (draft: Draft, event: Record<string, unknown>, heard: Record<string, unknown>) => {
  let cached: Facts | undefined;
  return {
    event,
    heard,
    get customer() {
      cached ??= facts(draft);
      return cached;
    },
  };
};

/** What a condition of this enrolment reads, with `heard` as what a listening step took, or as given. */
export const namesOf = (draft: Draft, enrolment: Enrolment, heard = enrolment.heard) =>
  namesWith(draft, enrolment.event, heard);

/** Literals as they are; after `= ` the value of the expression. What is missing is left out. */
export const withOf = async (
  draft: Draft,
  enrolment: Enrolment,
  inputs: With = {},
): Promise<Record<string, unknown>> => {
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(inputs)) {
    const isExpression = typeof value === 'string' && value.startsWith('= ');
    const result = isExpression ? await evaluate(value.slice(2), namesOf(draft, enrolment)) : value;
    if (result !== undefined) values[key] = result;
  }
  return values;
};

/** What the copy of a moment reads for this customer. */
export const copyAsk = (
  draft: Draft,
  moment: string,
  enrolment: Enrolment,
  values: Record<string, unknown>,
): CopyAsk => {
  const { attributes } = draft.state;
  const customer: Record<string, unknown> = {};
  for (const [name, { value }] of Object.entries(attributes)) customer[name] = value;
  const tenureDays = tenureDaysOf(draft.state, draft.now) ?? customer.tenureDays;
  if (typeof tenureDays === 'number') customer.tenureDays = Math.floor(tenureDays);
  const locale = attributes.locale?.value;
  return {
    moment,
    names: {
      event: enrolment.event,
      customer,
      with: values,
      ...(enrolment.gave === undefined ? {} : { gesture: { kind: enrolment.gave } }),
    },
    zone: customerZone(draft.state, draft.deps.catalogue),
    ...(typeof locale === 'string' ? { locale } : {}),
  };
};
