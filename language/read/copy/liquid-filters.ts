import { type Filter, Liquid, type Token, TypeGuards } from 'liquidjs';
import { isCurrency } from '../../catalogue/currency-field.ts';
import { describe, isDate, type Typed } from '../expressions/typed.ts';
import { listed } from '../yaml/lookup.ts';

/** The styles in which copy prints dates. */
export const DATE_STYLES = ['long', 'short', 'day', 'month', 'time', 'datetime'];

/** Filters that a message cannot be written with: they draw lots, or know the time of day. */
const NO_FILTERS = ['sample', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string'];
const OWN_FILTERS = ['date', 'money', 'number', 'raw'];

/** Liquid with the filters that messages are written with. */
export const createParser = (): Liquid => {
  const engine = new Liquid({ strictFilters: true });
  for (const name of NO_FILTERS) delete engine.filters[name];
  for (const name of OWN_FILTERS) engine.registerFilter(name, (value: unknown) => value);
  return engine;
};

const firstArgument = ({ args }: Filter): Token | undefined => (Array.isArray(args[0]) ? undefined : args[0]);

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

/** What is wrong with a filter whatever it is given, if anything. */
export const filterFault = (filter: Filter): string | undefined => {
  const argument = firstArgument(filter);
  if (filter.name === 'money') return argument ? currencyFault(argument) : `\`money\` needs a currency: ${MONEY}`;
  if (filter.name !== 'date' || !argument || !TypeGuards.isQuotedToken(argument)) return undefined;
  const style = argument.content;
  return DATE_STYLES.includes(style)
    ? undefined
    : `there is no date style \`${style}\`: there is ${listed(DATE_STYLES)}`;
};

/** Why a filter cannot print a value, if so. What steps give is known by its kind alone. */
export const whyUnprintable = (filter: string | undefined, root: string, value: Typed): string | undefined => {
  const { kind, literal } = value;
  if (filter === 'currency') return whyNotCurrency(root, value);
  const isText = kind === 'text' && (literal === undefined ? root === 'with' : isDate(String(literal)));
  if (filter === 'date' && kind !== 'date' && !isText) return `\`date\` prints dates, and this is ${describe(value)}`;
  if ((filter === 'money' || filter === 'number') && kind !== 'number' && kind !== 'text')
    return `\`${filter}\` prints numbers, and this is ${describe(value)}`;
  return undefined;
};
