import type { DecisionEntry, GestureEntry, JournalEntry } from '../../core/customer/model/journal.ts';
import { MINUTE } from '../../language/catalogue/milliseconds.ts';
import { type Expectation, PROMISED, type Scenario } from '../../language/read/scenarios/scenario.ts';

/** "At" means within five minutes. */
const AT = 5 * MINUTE;

/** An expectation that did not come true, and what came nearest to it. */
export interface Unmet {
  expectation: Pick<Expectation, 'line' | 'text'>;
  why: string;
}

const PASSAGES: Record<string, JournalEntry['kind']> = {
  entered: 'entered',
  'not-entered': 'not-entered',
  goal: 'goal',
  ended: 'ended',
};

/** Nobody is asked of work that a colleague has open already. */
const outcomeOf = ({ outcome, merged }: DecisionEntry): string => (merged === undefined ? outcome : 'merged');
const GIVINGS: Record<string, GestureEntry['state']> = {
  gave: 'given',
  confirmed: 'confirmed',
  'not-given': 'failed',
  'took-back': 'reversed',
};

const isAbout = (entry: JournalEntry, { what, of, subject, journey }: Expectation): boolean => {
  if (of === 'journey') return entry.kind === PASSAGES[what] && 'journey' in entry && entry.journey === subject;
  if (of === 'promise') {
    const isSame = entry.kind === 'promise' && entry.status === PROMISED[what as keyof typeof PROMISED];
    return isSame && entry.moment === subject && (journey === undefined || entry.journey === journey);
  }
  if (entry.kind === 'task')
    return entry.status === what && entry.moment === subject && (journey === undefined || entry.journey === journey);
  if (of === 'gesture')
    return (
      entry.kind === 'gesture' &&
      entry.of === subject &&
      entry.state === GIVINGS[what] &&
      (journey === undefined || entry.journey === journey)
    );
  if (entry.kind !== 'decision' || outcomeOf(entry) !== what) return false;
  return (
    (entry.moment === subject || entry.instead === subject) && (journey === undefined || entry.journey === journey)
  );
};

const hasDetails = (entry: JournalEntry, { reason, channel, with: values = {} }: Expectation): boolean => {
  const { reason: said, channel: by, with: given = {} } = entry as Partial<DecisionEntry>;
  if (entry.kind === 'gesture') return reason === undefined || entry.why === reason;
  if (reason !== undefined && said !== reason) return false;
  if (channel !== undefined && by !== channel) return false;
  return Object.entries(values).every(([name, value]) => given[name] === value);
};

const inTime = (entry: JournalEntry, { when }: Expectation, start: number): boolean => {
  const at = Date.parse(entry.at) - start;
  switch (when.kind) {
    case 'at':
      return Math.abs(at - when.at * 1000) <= AT;
    case 'by':
      return at <= when.by * 1000;
    case 'between':
      return at >= when.from * 1000 && at <= when.to * 1000;
    default:
      return true;
  }
};

const check = (expectation: Expectation, entries: JournalEntry[], start: number): string | undefined => {
  const about = entries.filter((entry) => isAbout(entry, expectation) && hasDetails(entry, expectation));
  const matches = about.filter((entry) => inTime(entry, expectation, start));
  const { when } = expectation;
  if (when.kind === 'never') return about.length === 0 ? undefined : `it happened ${times(about.length)}`;
  if (when.kind === 'once') return about.length === 1 ? undefined : `it happened ${times(about.length)}`;
  if (matches.length > 0) return undefined;
  return about.length > 0 ? 'it happened at another time' : 'it did not happen';
};

const times = (count: number): string => (count === 0 ? 'not at all' : count === 1 ? 'once' : `${count} times`);

/** The expectations of a scenario that what happened does not meet. */
export const expected = (scenario: Scenario, entries: JournalEntry[]): Unmet[] =>
  scenario.expect.flatMap((expectation) => {
    const why = check(expectation, entries, Date.parse(scenario.startsAt));
    return why === undefined ? [] : [{ expectation, why }];
  });
