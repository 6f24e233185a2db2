import { readOffset } from './written-offset.ts';
import { isZone } from './zone.ts';

/** A date or a time as somebody wrote it. */
export interface WrittenTime {
  /** What it says, as if it were UTC, in milliseconds since 1970. */
  local: number;
  /** A day without a time of day. */
  isBare: boolean;
  /** How far its clock is ahead of UTC, in milliseconds, where it says so. */
  offset?: number;
  /** Whose clock it is, where it says that alone. */
  zone?: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? /i;

/** What cannot be taken for another day: numbers begin with the year, or the month is a word. */
const DAYS = [
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/,
  /^(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2})/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?=T|$)/i,
  /^(?<day>\d{1,2})[ -](?<word>[a-z]{3,9})\.?[ -](?<year>\d{4})/i,
  /^(?<word>[a-z]{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})/i,
];
/** `Apr 10 00:30:00 2026`, as C and Ruby write it: the year comes last. */
const YEAR_LAST = /^(?<start>[a-z]{3} \d{1,2}) (?<rest>\d{2}:\d{2}.*) (?<year>\d{4})$/i;

const TIME =
  /^(?:T|,? )(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?: ?(?<half>[ap])\.?m\.?(?![a-z]))?/i;
const SHORT_TIME = /^T(?<hour>\d{2})(?:(?<minute>\d{2})(?:(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?)?/i;

type Groups = Record<string, string | undefined>;

const monthOf = ({ month, word = '' }: Groups): number =>
  month === undefined ? MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1 : Number(month);

/** A day that there is, as midnight UTC. */
const midnightOf = (groups: Groups): number | undefined => {
  const [year, month, day] = [Number(groups.year), monthOf(groups), Number(groups.day)];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 ? date.getTime() : undefined;
};

/** A time of day that there is, in milliseconds; a leap second is the one before. */
const timeOf = ({ hour, minute = '0', second = '0', fraction = '', half }: Groups): number | undefined => {
  const clockHour = Number(hour);
  if (half !== undefined && (clockHour < 1 || clockHour > 12)) return undefined;
  const hours = half === undefined ? clockHour : (clockHour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return ((hours * 60 + Number(minute)) * 60 + Math.min(59, Number(second))) * 1000 + milliseconds;
};

const ordered = (text: string): string => {
  const { start, rest, year } = YEAR_LAST.exec(text)?.groups ?? {};
  return year === undefined ? text : `${start} ${year} ${rest}`;
};

/** A date or time in any common spelling: ISO 8601 and what databases, mail, JavaScript, Java, .NET, Go and Ruby print. */
export const readWrittenTime = (spelling: string): WrittenTime | undefined => {
  const text = ordered(spelling.trim().replace(/\s+/g, ' ').replace(WEEKDAY, ''));
  const day = DAYS.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  const midnight = day?.groups && midnightOf(day.groups);
  if (!day || midnight === undefined) return undefined;
  const rest = text.slice(day[0].length);
  if (rest === '') return { local: midnight, isBare: true };
  const clock = TIME.exec(rest) ?? SHORT_TIME.exec(rest);
  const time = clock?.groups && timeOf(clock.groups);
  if (!clock || time === undefined) return undefined;
  const offset = readOffset(rest.slice(clock[0].length).trim(), isZone);
  return offset && { local: midnight + time, isBare: false, ...offset };
};
