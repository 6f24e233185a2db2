import { parseDuration } from '../../language/read/duration.ts';
import { play as playLines } from '../../simulator/play.ts';
import { loadProject } from '../../simulator/project.ts';
import { inMemory } from '../../simulator/world/storage.memory.ts';
import { printEntry } from '../print.ts';
import { UsageError } from './errors.ts';
import type { Io } from './io.ts';
import { linesOf } from './lines-of.ts';

export interface PlayFlags {
  dir: string;
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

/** Runs a file of events in virtual time and prints each journal entry. */
export const play = async (file: string, { dir, until, pace, json }: PlayFlags, { out, err }: Io): Promise<number> => {
  const options = untilOf(until);
  const project = await loadProject(dir, paceOf(pace));
  if (project.catalogue.pace !== 1) err(`Pace ${project.catalogue.pace}: quiet hours and send windows are off.`);
  const { rejected, lines } = await playLines(project, await linesOf(file), {
    ...options,
    storage: inMemory({ history: false }),
    onEntry: (entry) => out(json ? JSON.stringify(entry) : printEntry(entry)),
    onFarAhead: (line, time) =>
      err(`Line ${line}: ${time} is more than a year ahead of the clock; it is taken as now.`),
    report: (error) => err(String(error)),
  });
  const reasons = Object.entries(rejected);
  const total = reasons.reduce((sum, [, count]) => sum + count, 0);
  if (total > 0) {
    const parts = reasons.map(([reason, count]) => `${count} ${reason}`).join(', ');
    err(`${total} of ${lines} lines rejected: ${parts}. Each is in the journal with its reason.`);
  }
  return 0;
};
