import { describe, type Typed, whyIncomparable } from './typed.ts';

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

const ordered: Why = (a, b) =>
  a.kind === 'boolean' || a.kind === 'list'
    ? `${describe(a)} cannot be less or more than something`
    : whyIncomparable(a, b);

const isNot =
  (wanted: Typed['kind']) =>
  ({ kind }: Typed): boolean =>
    kind !== wanted && kind !== 'any';

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
  return (b.items ?? []).map((item) => whyIncomparable(a, item)).find((why) => why !== undefined);
};

/** Each operator, and why it cannot work on two values, if so. */
export const BINARY: Record<string, Why> = {
  '=': whyIncomparable,
  '!=': whyIncomparable,
  '<': ordered,
  '<=': ordered,
  '>': ordered,
  '>=': ordered,
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
