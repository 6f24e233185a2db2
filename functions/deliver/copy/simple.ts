import { ownValue } from '../../../core/own-value.ts';
import { printDate } from './filters.ts';
import type { Scope } from './scope.ts';
import { hold } from './values.ts';

/** `{{ event.at | date }}` and `{{ customer.firstName }}`, as most copy has them. */
const OUTPUT = /\{\{ (event|customer|with|gesture)\.([A-Za-z]\w*)(?: \| (date|capitalize))? \}\}/;
/** These have a meaning of their own in Liquid. */
const OF_LISTS = ['size', 'first', 'last'];

interface Locale {
  zone: string;
  locale: string;
}
type Print = (scope: Scope, locale: Locale, values: string[]) => string;

/** Only Liquid knows. */
class NotSimple extends Error {}

const isScalar = (value: unknown): boolean =>
  value === undefined || value === null || ['string', 'number', 'boolean'].includes(typeof value);

const capitalized = (value: unknown): string => {
  const text = value === undefined || value === null ? '' : String(value);
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
};

const FILTERS: Record<string, (value: unknown, locale: Locale) => unknown> = {
  date: (value, { zone, locale }) => printDate(value, undefined, zone, locale),
  capitalize: capitalized,
};

const output =
  (root: keyof Scope, name: string, filter = (value: unknown, _place: Locale): unknown => value): Print =>
  (scope, locale, values) => {
    const value = ownValue(scope[root] ?? {}, name);
    if (!isScalar(value)) throw new NotSimple();
    return hold(filter(value, locale), values);
  };

/** The pieces of a template of text and plain outputs; undefined of any other. */
const piecesOf = (source: string): (Print | string)[] | undefined => {
  const parts = source.split(OUTPUT);
  const pieces: (Print | string)[] = [];
  for (let index = 0; index < parts.length; index += 4) {
    const [text = '', root, name, filter = ''] = parts.slice(index, index + 4);
    if (/\{[{%]|[}%]\}|\{$/.test(text) || (name && OF_LISTS.includes(name))) return undefined;
    pieces.push(text);
    if (root && name) pieces.push(output(root as keyof Scope, name, FILTERS[filter]));
  }
  return pieces;
};

/**
 * A simple template as a function, in a tenth of Liquid's time: what it answers is what Liquid prints. It leaves to Liquid,
 * by answering nothing, what is no scalar and what fails.
 */
export const compileSimple = (source: string) => {
  const pieces = piecesOf(source);
  if (!pieces) return undefined;
  return (scope: Scope, locale: Locale): { text: string; values: string[] } | undefined => {
    const values: string[] = [];
    try {
      const text = pieces.map((piece) => (typeof piece === 'string' ? piece : piece(scope, locale, values))).join('');
      return { text, values };
    } catch {
      return undefined;
    }
  };
};
