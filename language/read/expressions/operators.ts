import { readWrittenTime } from '../../catalogue/written-time.ts';
import { describe, lookedFor, type Typed, whyIncomparable } from './typed.ts';

/** Operators that give true or false, and whether they do so even when a side is missing. */
export const COMPARING: Record<string, boolean> = {
  '=': true,
  '!=': true,
  in: true,
  and: true,
  or: true,
  '<': false,
  '<=': false,
  '>': false,
  '>=': false,
};

type Why = (a: Typed, b: Typed) => string | undefined;

type Never = (value: number, from: number, to: number) => boolean;

/** Why a number that has a lowest and a highest value is never so beside this one, if so. */
const outOfRange = ({ range }: Typed, { literal }: Typed, never: Never): string | undefined =>
  range && typeof literal === 'number' && never(literal, range.from, range.to)
    ? `this is never so with ${literal}: the value is ${range.from} to ${range.to}`
    : undefined;

/** Why a number is never the value of one that has a lowest and a highest, if so: by `!=` all would be so. */
const outside = ({ range }: Typed, { literal }: Typed): string | undefined =>
  range && typeof literal === 'number' && (literal < range.from || literal > range.to)
    ? `${literal} is never the value: it is ${range.from} to ${range.to}`
    : undefined;

/** Dates are kept as such instants: what is written otherwise is never the same text. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Why a date is never what is written beside it, if so. */
const notTheSame = ({ kind }: Typed, { literal }: Typed): string | undefined =>
  kind === 'date' && typeof literal === 'string' && !INSTANT.test(literal)
    ? `a date has its time of day, and is never just "${literal}": compare it by \`>=\` and \`<\``
    : undefined;

/** The instant of a text that is one, and is written in another way: dates are ordered by their letters. */
const instantOf = (literal: unknown): string | undefined => {
  const time = typeof literal === 'string' && !INSTANT.test(literal) ? readWrittenTime(literal) : undefined;
  return time?.offset === undefined ? undefined : new Date(time.local - time.offset).toISOString();
};

const notAnInstant = ({ kind }: Typed, { literal }: Typed): string | undefined => {
  const instant = kind === 'date' ? instantOf(literal) : undefined;
  return instant && `dates are compared in UTC, to the millisecond: write "${instant}"`;
};

const equal: Why = (a, b) =>
  whyIncomparable(a, b) ??
  outside(a, b) ??
  outside(b, a) ??
  notAnInstant(a, b) ??
  notAnInstant(b, a) ??
  notTheSame(a, b) ??
  notTheSame(b, a);

/** Given when it is never so with a value on the right, and when with one on the left. */
const ordered =
  (right: Never, left: Never): Why =>
  (a, b) =>
    a.kind === 'boolean' || a.kind === 'list'
      ? `${describe(a)} cannot be less or more than something${a.kind === 'list' ? ': $count(…) says how many they are' : ''}`
      : (whyIncomparable(a, b) ??
        notAnInstant(a, b) ??
        notAnInstant(b, a) ??
        outOfRange(a, b, right) ??
        outOfRange(b, a, left));

const neverLess: Never = (value, from) => value <= from;
const neverAtMost: Never = (value, from) => value < from;
const neverMore: Never = (value, _, to) => value >= to;
const neverAtLeast: Never = (value, _, to) => value > to;

const isNot =
  (expected: Typed['kind']) =>
  ({ kind }: Typed): boolean =>
    kind !== expected && kind !== 'any';

const logical: Why = (a, b) => {
  const odd = [a, b].find(isNot('boolean'));
  return odd && `\`and\` and \`or\` join conditions, and one side is ${describe(odd)}: compare it, or write $exists(…)`;
};

const numeric: Why = (a, b) => {
  const odd = [a, b].find(isNot('number'));
  return odd && `only numbers can be calculated with, and one side is ${describe(odd)}`;
};

const divided: Why = (a, b) =>
  numeric(a, b) ??
  (b.kind === 'any' || (typeof b.literal === 'number' && b.literal !== 0)
    ? undefined
    : 'only a number other than 0 can divide: what is read might be 0');

const contained: Why = (a, b) => {
  if (b.kind === 'any') return undefined;
  if (b.kind !== 'list') return `\`in\` looks into a list, such as ["a", "b"]; this is ${describe(b)}`;
  if (b.element) return `this is ${describe(b)}, and none of them is ${describe(a)}: ${lookedFor(b, a)}`;
  return (b.items ?? []).map((item) => equal(a, item)).find((why) => why !== undefined);
};

/** Each operator, and why it cannot work on two values, if so. */
export const BINARY: Record<string, Why> = {
  '=': equal,
  '!=': equal,
  '<': ordered(neverLess, neverMore),
  '<=': ordered(neverAtMost, neverAtLeast),
  '>': ordered(neverMore, neverLess),
  '>=': ordered(neverAtLeast, neverAtMost),
  and: logical,
  or: logical,
  in: contained,
  '&': () => undefined,
  '+': numeric,
  '-': numeric,
  '*': numeric,
  '/': divided,
  '%': divided,
};
