import type { Gesture, Gestures, Limits, Worth } from '../../catalogue/gesture.ts';
import { pathsIn } from '../../expressions/condition.ts';
import { localeNamed } from '../copy/locale-name.ts';
import { readShape } from '../yaml/shape.ts';
import type { Path, Source } from '../yaml/source.ts';
import { whyUnreadable } from '../yaml/unreadable.ts';
import type { WrittenLimit } from './amount.ts';
import { type WrittenGesture, WrittenGestures } from './gesture-schema.ts';

const DAY = 86_400;

/** How soon somebody may be given the same again, where nothing is said. */
const AGAIN = 90 * DAY;

interface GesturesFile {
  gestures: Gestures;
  /** Who beside our own pages may say what a customer chose. */
  chosenFrom: string[];
  /** By which systems beside the console colleagues give and take back. */
  givenFrom: string[];
}

/** gestures.yaml, as far as it says by itself what is wrong with it. */
export const readGestures = (source: Source): GesturesFile | undefined => {
  const file = source.sound ? readShape(WrittenGestures, source.value ?? undefined, source) : undefined;
  if (!file) return undefined;
  const { currency, budgets = {}, chosenFrom = [], givenFrom = [] } = file;
  const money = amounts(source, currency);
  for (const [scope, limit] of Object.entries(budgets))
    if (limit.of === 'times')
      source.report(
        ['budgets', scope],
        'of all kinds together the cost is counted: write an amount, or say how often under `atMost` of a kind',
      );
  const kinds = Object.entries(file.gestures).map(([id, kind]): [string, Gesture] => [
    id,
    toGesture(kind, ['gestures', id], source, money),
  ]);
  const gestures = { currency, limits: limitsOf(budgets, ['budgets'], money), kinds: Object.fromEntries(kinds) };
  return { gestures, chosenFrom, givenFrom };
};

type Amounts = (amount: { amount: number; currency: string }, path: Path) => number;

/** Reads amounts, which are all of one currency: budgets could not be added up else. */
const amounts =
  (source: Source, currency: string): Amounts =>
  ({ amount, currency: own }, path) => {
    if (own !== currency) source.report(path, `this is in ${own}, and all amounts of this file are in ${currency}`);
    return amount;
  };

type WrittenLimits = { [Scope in keyof Limits]?: WrittenLimit | undefined };

const limitsOf = (byScope: WrittenLimits, path: Path, money: Amounts): Limits => {
  const limits: Limits = {};
  for (const scope of ['agent', 'customer', 'stage'] as const) {
    const limit = byScope[scope];
    if (!limit) continue;
    const { of, most, currency } = limit;
    limits[scope] = {
      of,
      most: currency === undefined ? most : money({ amount: most, currency }, [...path, scope]),
    };
  }
  return limits;
};

const worthOf = ({ value, points, days }: WrittenGesture): Worth[] => [
  ...(value && value.amount > 0 ? [{ in: 'money' as const, amount: value.amount }] : []),
  ...(points === undefined ? [] : [{ in: 'points' as const, amount: points }]),
  ...(days === undefined ? [] : [{ in: 'days' as const, amount: days }]),
];

/** By tags as copy is looked for: `de-at`, and `he` also where it is written `iw`. Of two for one language neither is meant. */
const byLanguage = (title: Record<string, string>, path: Path, source: Source): Gesture['title'] => {
  const spoken: Gesture['title'] = {};
  const firstTags = new Map<string, string>();
  for (const [tag, words] of Object.entries(title)) {
    const standard = (localeNamed(tag) ?? tag).toLowerCase();
    const first = firstTags.get(standard);
    if (first !== undefined)
      source.report([...path, tag], `\`${tag}\` is the same language as \`${first}\`: keep one of them`, true);
    else firstTags.set(standard, tag);
    spoken[standard] = words;
  }
  return spoken;
};

const toGesture = (fields: WrittenGesture, path: Path, source: Source, money: Amounts): Gesture => {
  const { title, about, value, cost, by, fits = [], when, emit, with: values, confirmed, refused, reverse } = fields;
  const [worth, another] = worthOf(fields);
  if (another) source.report(path, 'a gesture is worth one thing: `value`, `points` or `days`', true);
  if (value) money(value, [...path, 'value']);
  if (!cost && worth && worth.in !== 'money')
    source.report(path, `say what it costs, such as \`cost: 5 EUR\`: budgets count that`, true);
  return {
    title: typeof title === 'string' ? { default: title } : byLanguage(title, [...path, 'title'], source),
    ...(about !== undefined && { about }),
    ...(worth && { worth }),
    cost: cost ? money(cost, [...path, 'cost']) : (value?.amount ?? 0),
    by,
    fits,
    ...(when !== undefined && { when }),
    emit,
    ...(values && { with: values }),
    ...(confirmed && { confirmed: { ...confirmed, reads: readsOf(confirmed.where) } }),
    ...(refused && { refused }),
    ...(reverse !== undefined && { reverse }),
    again: fields.again ?? AGAIN,
    limits: limitsOf(fields.atMost ?? {}, [...path, 'atMost'], money),
  };
};

/** The fields of a gesture that a condition about its confirmation compares with. */
const readsOf = (where: string | undefined): string[] =>
  where === undefined || whyUnreadable(where) !== undefined
    ? []
    : [...new Set(pathsIn(where).flatMap(([root, name]) => (root === 'gesture' && name !== 'id' ? [name] : [])))];
