import { type Filter, Liquid, type Token, TypeGuards } from 'liquidjs';
import { isCurrency } from '../../catalogue/currency-field.ts';
import { describe, isDate, ofLiteral, type Typed } from '../expressions/typed.ts';
import { listNames } from '../yaml/lookup.ts';
import { SIGNATURES, type Signature } from './liquid-signatures.ts';

/** The styles in which copy prints dates. */
export const DATE_STYLES = ['long', 'short', 'day', 'month', 'time', 'datetime'];

/** Filters that a message cannot be written with: they draw lots, or know the time of day. */
const NO_FILTERS = ['sample', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string'];
/** Filters that make nothing to be read of a text that is not encoded, or fail at it. */
export const DECODERS = ['base64_decode', 'url_decode'];
const OWN_FILTERS = ['date', 'money', 'number', 'raw'];

/** Liquid with the filters that messages are written with. */
export const createParser = (): Liquid => {
  const engine = new Liquid({ strictFilters: true });
  for (const name of [...NO_FILTERS, ...DECODERS]) delete engine.filters[name];
  for (const name of OWN_FILTERS) engine.registerFilter(name, (value: unknown) => value);
  return engine;
};

const MOST_DIGITS = 20;

/** What stands behind a filter, without words such as `allow_false: true`. */
export const argumentsOf = ({ args }: Filter): Token[] =>
  args.flatMap((each) => (Array.isArray(each) || each === undefined ? [] : [each]));

/** A text, a number, or true or false that stands there itself. */
export const literalOf = (token: Token): Typed | undefined => {
  if (TypeGuards.isQuotedToken(token)) return ofLiteral(token.content);
  if (TypeGuards.isLiteralToken(token) && typeof token.content === 'boolean') return ofLiteral(token.content);
  return TypeGuards.isNumberToken(token) ? ofLiteral(Number(token.getText())) : undefined;
};

const MONEY = 'write such as `| money: event.currency`';

const currencyFault = (argument: Token): string | undefined => {
  if (TypeGuards.isQuotedToken(argument)) return whyNoCurrency(argument.content);
  return TypeGuards.isNumberToken(argument) ? `\`money\` needs a currency: ${MONEY}` : undefined;
};

const whyNoCurrency = (text: string): string | undefined =>
  isCurrency(text) ? undefined : `\`${text}\` is no currency: write its three letters, such as "EUR"`;

/** Why a value cannot say in which currency an amount is, if so. */
const whyNotCurrency = (root: string, value: Typed): string | undefined => {
  const { kind, format, literal, words } = value;
  if (format === 'currency') return undefined;
  const named = words ?? (typeof literal === 'string' ? [literal] : undefined);
  if (named) return named.map(whyNoCurrency).find((why) => why !== undefined);
  const where = root === 'with' ? 'give it from a field' : 'declare it';
  return `\`money\` prints amounts in a currency, and this is ${kind === 'text' ? 'any text' : describe(value)}: ${where} of type \`currency\`, or print it beside the amount`;
};

const dateFault = (style: Token): string | undefined => {
  const named = TypeGuards.isQuotedToken(style) ? style.content : style.getText();
  if (TypeGuards.isQuotedToken(style) && DATE_STYLES.includes(named)) return undefined;
  return `there is no date style \`${named}\`: there is ${listNames(DATE_STYLES)}`;
};

const digitsFault = (digits: Token): string | undefined => {
  const most = TypeGuards.isNumberToken(digits) ? Number(digits.getText()) : Number.NaN;
  if (Number.isInteger(most) && most >= 0 && most <= MOST_DIGITS) return undefined;
  return `\`number\` is told how many digits to print after the point, 0 to ${MOST_DIGITS}, and this is \`${digits.getText()}\``;
};

/** Filters of ours that say themselves what may stand behind them. */
const BEHIND: Record<string, (argument: Token) => string | undefined> = {
  money: currencyFault,
  date: dateFault,
  number: digitsFault,
};

const example = (name: string, { behind, needs }: Signature): string => {
  const examples = behind.slice(0, needs).map((kind) => (kind === 'number' ? '1' : '"…"'));
  return `write \`| ${name}${examples.length > 0 ? `: ${examples.join(', ')}` : ''}\``;
};

const countFault = (name: string, count: number, signature: Signature): string | undefined => {
  if (count < signature.needs)
    return name === 'money'
      ? `\`money\` needs a currency: ${MONEY}`
      : `\`${name}\` is not complete: ${example(name, signature)}`;
  if (count <= signature.behind.length) return undefined;
  return `there is more behind \`${name}\` than it takes${signature.needs === count - 1 ? `: ${example(name, signature)}` : ''}`;
};

/** What is wrong with a filter whatever it is given, if anything. */
export const filterFault = (filter: Filter): string | undefined => {
  const { name } = filter;
  const signature = SIGNATURES.get(name);
  if (!signature) return undefined;
  const all = argumentsOf(filter);
  const [first] = all;
  const own = first && BEHIND[name]?.(first);
  return own ?? countFault(name, all.length, signature) ?? wrongNumber(name, all, signature) ?? zeroFault(name, first);
};

const zeroFault = (name: string, by: Token | undefined): string | undefined => {
  const literal = by && literalOf(by)?.literal;
  if (!['divided_by', 'modulo'].includes(name) || literal === undefined || Number(literal) !== 0) return undefined;
  return `\`${name}: 0\`: nothing can be divided by 0, write another number`;
};

const wrongNumber = (name: string, all: readonly Token[], { behind }: Signature): string | undefined => {
  for (const [place, token] of all.entries()) {
    const literal = behind[place] === 'number' ? literalOf(token) : undefined;
    const why = literal && whyNoNumber(name, literal);
    if (why) return why;
  }
  return undefined;
};

const isNumeric = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

/** A number, or text that is always one. */
const isNumber = ({ kind, literal, words }: Typed): boolean => {
  const texts = words ?? (typeof literal === 'string' ? [literal] : undefined);
  return kind === 'number' || kind === 'any' || texts?.every(isNumeric) === true;
};

/** Why something cannot stand behind a filter that works with a number there, if so. */
const whyNoNumber = (name: string, value: Typed): string | undefined =>
  isNumber(value) ? undefined : `a number stands behind \`${name}\`, and this is ${describe(value)}`;

/** What steps give is known by its kind alone. */
const isPrintedDate = ({ kind, literal }: Typed, root: string): boolean =>
  kind === 'text' && (literal === undefined ? root === 'with' : isDate(String(literal)));

const fits = (name: string, { takes: { kinds } }: Signature, value: Typed, root: string): boolean => {
  if (value.kind === 'any' || kinds.includes(value.kind)) return true;
  // Our own print nothing for nothing.
  if (value.literal === '' && OWN_FILTERS.includes(name)) return true;
  if (kinds.includes('number')) return isNumber(value);
  return name === 'date' && isPrintedDate(value, root);
};

const DECLARED = ['event', 'customer'];

/** Why a value cannot go through these filters, one after the other, if so. `root`: where it is from. */
export const whyUnfiltered = (filters: readonly string[], root: string, value: Typed): string | undefined => {
  const [name, ...rest] = filters;
  const signature = name === undefined ? undefined : SIGNATURES.get(name);
  if (name === undefined || !signature) return undefined;
  const { takes, gives } = signature;
  if (!fits(name, signature, value, root)) {
    const isAnyText = value.kind === 'text' && value.literal === undefined && !value.words;
    const [kind] = takes.kinds;
    const hint = isAnyText && takes.kinds.length === 1 && kind !== 'list' && DECLARED.includes(root);
    return `\`${name}\` ${OWN_FILTERS.includes(name) ? 'prints' : 'takes'} ${takes.noun}, and this is ${describe(value)}${hint ? `: declare its field of type \`${kind}\`` : ''}`;
  }
  return gives === 'same'
    ? whyUnfiltered(rest, root, value)
    : whyUnfiltered(rest, '', { kind: gives, sure: true, provenance: [] });
};

/** What a reading is for: to go through filters, or to stand behind one of them. */
export interface Filtered {
  root: string;
  /** All that it goes through, in their order. */
  filters: readonly string[];
  /** The filter that it stands behind, which takes a number or a currency there. */
  behind?: { filter: string; takes: 'number' | 'currency' };
}

/** Why a value cannot be printed so, if so. */
export const whyUnprintable = ({ root, filters, behind }: Filtered, value: Typed): string | undefined => {
  if (behind?.takes === 'currency') return whyNotCurrency(root, value);
  return (behind && whyNoNumber(behind.filter, value)) ?? whyUnfiltered(filters, root, value);
};
