import { createReadStream } from 'node:fs';
import { eventsIn } from '../../functions/api/entries.ts';
import { isDeeperThan } from '../../functions/intake/depth.ts';
import { parseJson } from '../../functions/shared/parse-json.ts';
import type { Output } from '../output.ts';
import { UsageError } from '../usage-error.ts';
import { linesIn } from './lines.ts';

export interface EventLines {
  /** The JSON of an event each; some may be blank. */
  lines: Iterable<string> | AsyncIterable<string>;
  /** What each was in the file: by this and its number it is found there. */
  each: 'Line' | 'Entry';
}

/** Deeper than any event that is taken, and not too deep to be written as JSON again. */
const MAX_DEPTH = 2000;

const openInput = async (file: string) => {
  if (file === '-') return process.stdin;
  const input = createReadStream(file);
  await new Promise<void>((resolve, reject) => {
    input.once('readable', resolve);
    input.once('end', resolve);
    input.once('error', () =>
      reject(new UsageError(`Cannot read ${file}. Give a file with one EventBridge envelope a line.`)),
    );
  });
  return input;
};

/** Whether a file that begins so has an event a line: then it may be of any length, and is not read ahead. */
const isEvent = (line: string): boolean => {
  const value = parseJson(line);
  return value === undefined ? !/^\s*[[{]/.test(line) : eventsIn(value)?.[0] === value;
};

/** What a reader of UTF-8 puts for bytes that are none. */
const UNREADABLE = '\uFFFD';

/** Says of the first line that has what nobody can read that it has: of another encoding names would be played as rubbish. */
async function* noting(lines: AsyncIterable<string>, err: Output['err']): AsyncGenerator<string> {
  let number = 0;
  let isNoted = false;
  for await (const line of lines) {
    number++;
    if (!isNoted && line.includes(UNREADABLE)) {
      err(`Line ${number} has a sign that nobody can read (\`${UNREADABLE}\`): save the file as UTF-8.`);
      isNoted = true;
    }
    yield line;
  }
}

async function* following(begun: readonly string[], rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield* begun;
  yield* rest;
}

/**
 * Events of a file, or of standard input for `-`: one a line, or those of one JSON document, such as the list that
 * `aws events put-events` takes. What is not UTF-8 is said by `err`. Throws UsageError.
 */
export const readEventLines = async (file: string, err: Output['err']): Promise<EventLines> => {
  const rest = noting(linesIn(await openInput(file)), err);
  const begun: string[] = [];
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    begun.push(next.value);
    if (next.value.trim() !== '') break;
  }
  if (isEvent(begun.at(-1) ?? '')) return { lines: following(begun, rest), each: 'Line' };
  for await (const line of rest) begun.push(line);
  const events = eventsIn(parseJson(begun.join('\n')));
  if (events === undefined || isDeeperThan(events, MAX_DEPTH)) return { lines: begun, each: 'Line' };
  return { lines: events.map((event) => JSON.stringify(event)), each: 'Entry' };
};
