import { readCurrency } from '../../../language/catalogue/currency-field.ts';
import { memoizeByKey } from '../../../language/catalogue/memoize-by-key.ts';
import { CannotPrint } from './errors.ts';

const missing = (value: unknown): value is null | undefined | '' =>
  value === undefined || value === null || value === '';

const STYLES: Record<string, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  datetime: { day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' },
};

const dates = memoizeByKey(
  (locale = '', zone = '', style = '') => new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone: zone }),
);

const formatDate = memoizeByKey((locale = '', zone = '', style = '', at = '') =>
  dates(locale, zone, style).format(new Date(Number(at))),
);

/** An instant, or `{ day: true }` for a date that has no time of its own and is the same day in every zone. */
const instant = (value: unknown): { at: Date; day: boolean } | undefined => {
  if (typeof value !== 'string' && !(value instanceof Date)) return undefined;
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return undefined;
  return { at, day: typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) };
};

/** `3 March 2026`, or another style, in a zone and locale; nothing for what is missing. */
export const printDate = (value: unknown, style: unknown, zone: string, locale: string): string => {
  if (missing(value)) return '';
  const named = missing(style) ? 'long' : String(style);
  if (!Object.hasOwn(STYLES, named))
    throw new CannotPrint('date', style, `the styles ${Object.keys(STYLES).join(', ')}`);
  const date = instant(value);
  if (!date) throw new CannotPrint('date', value, 'dates such as 2026-03-03 or 2026-03-03T10:00:00Z');
  return formatDate(locale, date.day ? 'UTC' : zone, named, String(date.at.getTime()));
};

const amount = (filter: string, value: unknown): number => {
  const parsedNumber = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof parsedNumber !== 'number' || !Number.isFinite(parsedNumber))
    throw new CannotPrint(filter, value, 'numbers');
  return parsedNumber;
};

/**
 * `€29` or `€29.50`, in a locale; nothing for what is missing. Amounts are in whole units, not cents. What is no currency of ISO
 * 4217 is printed as it is: `29 USDC`.
 */
export const printMoney = (value: unknown, currency: unknown, locale: string): string => {
  if (missing(value)) return '';
  const number = amount('money', value);
  const code = readCurrency(currency);
  if (code === undefined)
    return `${printNumber(number, undefined, locale)} ${missing(currency) ? '' : currency}`.trim();
  const options = { style: 'currency', currency: code, trailingZeroDisplay: 'stripIfInteger' } as const;
  return new Intl.NumberFormat(locale, options).format(number);
};

/** `1,234.5` in a locale, with at most `digits` after the point; nothing for what is missing. */
export const printNumber = (value: unknown, digits: unknown, locale: string): string => {
  if (missing(value)) return '';
  const most = missing(digits) ? 3 : amount('number', digits);
  if (!Number.isInteger(most) || most < 0 || most > 20) throw new CannotPrint('number', digits, 'up to 20 digits');
  return new Intl.NumberFormat(locale, { maximumFractionDigits: most }).format(amount('number', value));
};

/** `14 days` in a locale. */
export const printDays = (days: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);
