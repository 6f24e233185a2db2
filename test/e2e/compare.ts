import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { run } from './process.ts';
import type { Envelope } from './stage.ts';

interface Played {
  events: Envelope[];
  pace: number;
  /** A folder of this run's own. */
  out: string;
}

/** What `tactful play` says of these events, by customer. */
export const play = async ({ events, pace, out }: Played): Promise<Map<string, JournalEntry[]>> => {
  const file = join(out, 'events.ndjson');
  await writeFile(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  const command = ['--disable-warning=ExperimentalWarning', 'cli/tactful.ts', 'play', file, '--json'];
  const printed = await run(process.execPath, [...command, '--pace', String(pace)]);
  const byCustomer = new Map<string, JournalEntry[]>();
  for (const line of printed.split('\n')) {
    if (line === '') continue;
    const entry = JSON.parse(line) as JournalEntry;
    const id = entry.customer ?? '';
    byCustomer.set(id, [...(byCustomer.get(id) ?? []), entry]);
  }
  return byCustomer;
};

const INTERIM = new Set(['held', 'replaced']);

/** What must be alike: every final decision, every entry and every end. When is left out, as one clock is virtual. */
const essence = (entries: readonly JournalEntry[]): string[] =>
  entries
    .flatMap((entry) => {
      switch (entry.kind) {
        case 'decision': {
          const { journey, enrolment, step, moment, outcome, reason } = entry;
          if (INTERIM.has(outcome)) return [];
          return [`${journey} ${enrolment} ${step}: ${outcome} ${moment} (${reason})`];
        }
        case 'entered':
          return [`${entry.journey} ${entry.enrolment} entered as ${JSON.stringify(entry.arms)}`];
        case 'not-entered':
          return [`${entry.journey} not entered (${entry.reason})`];
        case 'goal':
        case 'ended':
          return [`${entry.journey} ${entry.enrolment} ${entry.kind} ${'reason' in entry ? entry.reason : ''}`];
        default:
          return [];
      }
    })
    .toSorted();

/** Lines that are on one side only; none when both decided alike. */
export const differences = (deployed: readonly JournalEntry[], played: readonly JournalEntry[]): string[] => {
  const [there, here] = [essence(deployed), essence(played)];
  return [
    ...there.filter((line) => !here.includes(line)).map((line) => `only deployed: ${line}`),
    ...here.filter((line) => !there.includes(line)).map((line) => `only in virtual time: ${line}`),
    ...(there.length === here.length ? [] : [`${there.length} deployed, ${here.length} in virtual time`]),
  ];
};
