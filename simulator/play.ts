import type { JournalEntry } from '../core/customer/model/journal.ts';
import type { CustomerState } from '../core/customer/model/state.ts';
import { iso, readTime } from '../core/time/instant.ts';
import { entryOf } from '../functions/api/entries.ts';
import { Envelope } from '../functions/intake/envelope.ts';
import { parseJson } from '../functions/shared/parse-json.ts';
import { PREFERENCES } from '../functions/shared/source.ts';
import { DAY } from '../language/catalogue/milliseconds.ts';
import { openWorld } from './open-world.ts';
import type { Project } from './project.ts';
import type { World, WorldOptions } from './world/world.ts';

/** An event further ahead of the clock than this is taken as now: one wrong date must not age everybody. */
export const MAX_AHEAD = 366 * DAY;

export interface PlayOptions extends Partial<Pick<WorldOptions, 'storage' | 'onEntry' | 'report'>> {
  /** Who is known before the first event. What happened to them is not taken over. */
  people?: readonly CustomerState[];
  /** Milliseconds from the first event; by default until nothing is left to happen. */
  until?: number;
  /** Called after each line, with how many were read. */
  onLine?: (lines: number) => void;
  /** A line whose time is too far ahead to be believed, by its number in the file. */
  onFarAhead?: (number: number, time: string) => void;
  /** A line that was refused, by its number in the file, and the reason's code. */
  onRejected?: (number: number, reason: string) => void;
  /** A line that says nothing to us, by its number: no `where` takes it. */
  onPassedOver?: (number: number) => void;
  /** A line that was taken for a repeat of an earlier one, by its number. */
  onDuplicate?: (number: number) => void;
}

interface Line {
  text: string;
  event: unknown;
  /** When it says it happened, if it does. */
  time: string | undefined;
  /** From 1, blank lines counted. */
  number: number;
}

export interface Played {
  world: World;
  /** How many were read, without blank ones. */
  lines: number;
  /** How many lines were refused, by reason. */
  rejected: Record<string, number>;
  /** Whether any line said when it happened: else the clock began in 1970. */
  isDated: boolean;
}

/** When an envelope says it happened, if it does: ISO 8601, UTC. */
const timeIn = (event: unknown): string | undefined => {
  const { time } = Object(event) as { time?: unknown };
  const at = typeof time === 'string' ? readTime(time) : undefined;
  return at === undefined ? undefined : iso(at);
};

/** The same of the text of an envelope. */
export const timeOf = (line: string): string | undefined => timeIn(parseJson(line));

/** An event that was never on a bus has no id yet: it gets that of its line, the same each time. What is no event stays as it is, to be refused. */
const readLine = (text: string, number: number): Line => {
  const value = parseJson(text);
  const isEvent = typeof value === 'object' && value !== null && !Array.isArray(value);
  const event = isEvent ? entryOf(value, () => `line-${number}`).raw : text;
  return { text, number, event, time: timeIn(event) };
};

const PAGES = `"${PREFERENCES}"`;

/** What a page said, by the key of this world: of the past it was signed by that of a stage. */
const signedAnew = (world: World, event: unknown): unknown => {
  const { success, data } = Envelope.safeParse(event);
  if (!success || data.source !== PREFERENCES) return event;
  return { ...data, detail: world.sign(data['detail-type'], data.detail) };
};

/**
 * Plays EventBridge envelopes or entries of PutEvents, one JSON object a line, in virtual time. An event arrives, in the order of lines, at the
 * later of the clock and its own time; one without an id gets that of its line.
 */
export const play = async (
  project: Project,
  lines: AsyncIterable<string> | Iterable<string>,
  options: PlayOptions,
): Promise<Played> => {
  const {
    until,
    people = [],
    onLine = () => {},
    onFarAhead = () => {},
    onRejected = () => {},
    onPassedOver = () => {},
    onDuplicate = () => {},
    onEntry = () => {},
    ...rest
  } = options;
  const rejected: Record<string, number> = {};
  /** Why the line that arrives is refused: what our own events come to meanwhile is not about it. */
  let refusal: string | undefined;
  const listen = (entry: JournalEntry) => {
    if (entry.kind === 'rejected') refusal ??= entry.reason;
    onEntry(entry);
  };
  const take = async (world: World, { text, number, event }: Line): Promise<void> => {
    refusal = undefined;
    const answer = await world.arrive(text.includes(PAGES) ? signedAnew(world, event) : event);
    const { status } = answer;
    if (answer.status === 'skipped' && answer.customer === undefined) onPassedOver(number);
    if (status === 'duplicate') onDuplicate(number);
    if (status !== 'rejected' || refusal === undefined) return;
    rejected[refusal] = (rejected[refusal] ?? 0) + 1;
    onRejected(number, refusal);
  };
  let world: World | undefined;
  let end = Number.POSITIVE_INFINITY;
  let count = 0;
  let number = 0;
  /** Lines before the first that says when it happened. */
  const timeless: Line[] = [];
  const open = async (now: number): Promise<World> => {
    const opened = openWorld(project, { now, onEntry: listen, ...rest });
    for (const person of people) await opened.bring(person);
    return opened;
  };
  for await (const text of lines) {
    number++;
    if (text.trim() === '') continue;
    count++;
    const line = readLine(text, number);
    const { time } = line;
    if (!world && time === undefined) {
      timeless.push(line);
      continue;
    }
    const at = time === undefined ? 0 : Date.parse(time);
    if (!world) {
      world = await open(at);
      end = world.now + (until ?? end);
      for (const early of timeless) await take(world, early);
    }
    const isFar = at > world.now + MAX_AHEAD;
    if (isFar) onFarAhead(number, time ?? '');
    const arrives = isFar ? world.now : Math.max(world.now, at);
    if (arrives > end) break;
    await world.passUntil(arrives);
    await take(world, line);
    onLine(count);
  }
  const isDated = world !== undefined;
  if (!world) {
    world = await open(0);
    for (const early of timeless) await take(world, early);
  }
  for (let next = world.next(); next !== undefined && next <= end; next = world.next()) await world.passUntil(next);
  if (Number.isFinite(end)) await world.passUntil(end);
  return { world, lines: count, rejected, isDated };
};
