import { didYouMean } from '../yaml/lookup.ts';
import type { Typed } from './typed.ts';

type ArgumentKind = 'any' | 'text' | 'number' | 'boolean' | 'date' | 'list' | 'numbers' | 'pattern';

interface Allowed {
  /** What each argument has to be; those after the first must also never be missing. */
  takes: readonly ArgumentKind[];
  /** How many of them are needed. */
  needs: number;
  gives: Typed['kind'];
  /** Also gives a value when its first argument is missing. */
  sure?: boolean;
}

const takes = (gives: Typed['kind'], kinds: readonly ArgumentKind[], needs = kinds.length, sure = false): Allowed => ({
  takes: kinds,
  needs,
  gives,
  sure,
});

/** The functions of JSONata that cannot fail on values of these types: a machine's Choice has nobody to catch it. */
export const ALLOWED: ReadonlyMap<string, Allowed> = new Map(
  Object.entries({
    not: takes('boolean', ['any']),
    exists: takes('boolean', ['any'], 1, true),
    boolean: takes('boolean', ['any']),
    contains: takes('boolean', ['text', 'pattern']),
    lowercase: takes('text', ['text']),
    uppercase: takes('text', ['text']),
    trim: takes('text', ['text']),
    length: takes('number', ['text']),
    substring: takes('text', ['text', 'number', 'number'], 2),
    substringBefore: takes('text', ['text', 'text']),
    substringAfter: takes('text', ['text', 'text']),
    string: takes('text', ['any']),
    abs: takes('number', ['number']),
    floor: takes('number', ['number']),
    ceil: takes('number', ['number']),
    round: takes('number', ['number']),
    sum: takes('number', ['numbers']),
    max: takes('number', ['numbers']),
    min: takes('number', ['numbers']),
    average: takes('number', ['numbers']),
    count: takes('number', ['list'], 1, true),
    toMillis: takes('number', ['date']),
  }),
);

/** What may fail on what another system sends: there an event is refused, with the reason. */
export const ON_FOREIGN: ReadonlyMap<string, Allowed> = new Map([
  ...ALLOWED,
  ...Object.entries({
    number: takes('number', ['any']),
    join: takes('text', ['any', 'text'], 1),
    split: takes('any', ['text', 'pattern']),
    replace: takes('text', ['text', 'pattern', 'text']),
    fromMillis: takes('text', ['number']),
    append: takes('any', ['any', 'any']),
    distinct: takes('any', ['any']),
    merge: takes('any', ['any']),
    keys: takes('any', ['any']),
    type: takes('text', ['any']),
  }),
]);

const CHANGING = ['now', 'millis', 'random', 'uuid', 'shuffle', 'eval'];

/** Why a function cannot be called where only these can. */
export const whyRefused = (name: string, allowed: Iterable<string>): string => {
  if (CHANGING.includes(name))
    return `$${name}() is not for conditions: they have to say the same whenever they are asked; use facts such as \`customer.silentDays\``;
  const names = [...allowed].map((each) => `$${each}`);
  return `$${name}() is not for conditions: it may fail or is not there${didYouMean(`$${name}`, names)}`;
};

export const fits = (value: Typed, expected: ArgumentKind): boolean => {
  if (expected === 'any' || value.kind === 'any') return true;
  if (expected === 'text' || expected === 'pattern') return value.kind === 'text' || value.kind === 'date';
  if (expected === 'numbers')
    return value.kind === 'list' && !value.element && (value.items ?? []).every(({ kind }) => kind === 'number');
  return value.kind === expected;
};

export const argumentWords: Record<ArgumentKind, string> = {
  any: 'a value',
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date',
  list: 'a list',
  numbers: 'a list of numbers such as `[a, b]` or `event.items.price`',
  pattern: 'text',
};
