import { Command } from 'commander';
import { parseDuration } from '../../language/read/duration.ts';
import { play as playLines } from '../../simulator/play.ts';
import { inMemory } from '../../simulator/world/storage.memory.ts';
import type { DeclareCommand } from '../command.ts';
import { type EventLines, readEventLines } from '../input/event-lines.ts';
import { type DirFlag, dirOption } from '../options.ts';
import type { Output } from '../output.ts';
import { printEntry } from '../print/entry.ts';
import { loadAndSay } from '../runnable.ts';
import { UsageError } from '../usage-error.ts';

interface PlayFlags extends DirFlag {
  until?: string;
  pace?: string;
  json?: boolean;
}

/** Milliseconds of `--until`. */
const untilOf = (text: string | undefined): { until?: number } => {
  if (text === undefined) return {};
  const seconds = parseDuration(text);
  if (seconds === undefined || seconds < 0) {
    throw new UsageError(`--until is ${JSON.stringify(text)}; it should be a duration such as 90d or "12 hours".`);
  }
  return { until: seconds * 1000 };
};

const paceOf = (text: string | undefined): { pace?: number } => {
  if (text === undefined) return {};
  const pace = Number(text);
  if (!(pace > 0 && Number.isFinite(pace))) {
    throw new UsageError(`--pace is ${JSON.stringify(text)}; it should be a number above 0, such as 1440.`);
  }
  return { pace };
};

/** So many refused lines are named; of more, only how many. */
const MOST_NAMED = 20;

const MANY = { Line: 'lines', Entry: 'entries' };

/** Names lines that were refused, then their sum. */
const createRefusals = (err: Output['err'], each: EventLines['each']) => {
  let total = 0;
  return {
    add: (number: number, reason: string): void => {
      total++;
      if (total <= MOST_NAMED) err(`${each} ${number}: rejected, ${reason}.`);
    },
    /** How many lines were refused. */
    sum: (lines: number, rejected: Record<string, number>): number => {
      if (total > MOST_NAMED) err(`And ${total - MOST_NAMED} more.`);
      const parts = Object.entries(rejected).map(([reason, count]) => `${count} ${reason}`);
      if (total > 0)
        err(
          `${total} of ${lines} ${MANY[each]} rejected: ${parts.join(', ')}. Each is in the journal with its reason.`,
        );
      return total;
    },
  };
};

/** Who copies a line and keeps its id reads nothing of it in the journal. */
const repeatsLine = (duplicates: readonly number[], lines: number, each: EventLines['each']): string =>
  `${duplicates.length} of ${lines} ${MANY[each]} taken for repeats of earlier ones, by their \`id\` or that of events.yaml, and passed over: the first is ${each.toLowerCase()} ${duplicates[0]}.`;

/** Runs a file of events in virtual time and prints each journal entry. Answers 1 where every line was refused. */
export const play = async (
  file: string,
  { dir, until, pace, json }: PlayFlags,
  { out, err }: Output,
): Promise<number> => {
  const options = untilOf(until);
  const { project } = await loadAndSay(dir, err, paceOf(pace));
  if (project.catalogue.pace !== 1) err(`Pace ${project.catalogue.pace}: quiet hours and send windows are off.`);
  const events = await readEventLines(file, err);
  const refusals = createRefusals(err, events.each);
  const duplicates: number[] = [];
  if (!json) out('Times are UTC.');
  const { rejected, lines, isDated } = await playLines(project, events.lines, {
    ...options,
    storage: inMemory({ history: false }),
    onEntry: (entry) => out(json ? JSON.stringify(entry) : printEntry(entry, 'UTC')),
    onFarAhead: (number, time) =>
      err(`${events.each} ${number}: ${time} is more than a year ahead of the clock; it is taken as now.`),
    onRejected: refusals.add,
    onPassedOver: (number) =>
      err(
        `${events.each} ${number}: passed over: no \`where\` in events.yaml takes it, or it is ours and nothing awaits it.`,
      ),
    onDuplicate: (number) => void duplicates.push(number),
    report: (error) => err(String(error)),
  });
  const total = refusals.sum(lines, rejected);
  if (duplicates.length > 0) err(repeatsLine(duplicates, lines, events.each));
  if (lines === 0) err(`No events in ${file === '-' ? 'standard input' : file}: nothing was played.`);
  if (!isDated && lines > total)
    err(
      `No ${events.each.toLowerCase()} says when it happened, so the clock began in 1970. Give each a \`time\` (an entry of PutEvents a \`Time\`), such as 2026-03-02T09:00:00Z.`,
    );
  return total > 0 && total === lines ? 1 : 0;
};

export const playCommand: DeclareCommand = ({ output, run }) =>
  new Command('play')
    .description(
      'run events in virtual time, EventBridge envelopes or entries of PutEvents, one a line or as a list, and print what happens to whom and why',
    )
    .argument('<events.ndjson>', 'the file, or - for standard input')
    .addOption(dirOption())
    .option(
      '--until <duration>',
      'stop so long after the first event, such as 90d; by default when nothing is left to happen',
    )
    .option('--pace <n>', 'divide every duration by n, as a paced stage does')
    .option('--json', 'one JSON object a line')
    .action(run((file: string, flags: PlayFlags) => play(file, flags, output)));
