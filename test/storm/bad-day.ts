import type { DecisionEntry } from '../../core/customer/model/journal.ts';
import { MINUTE } from '../../language/catalogue/milliseconds.ts';
import type { BadDay } from './operations.ts';
import { runStorm } from './storm.ts';
import { loadReleases } from './workflows.ts';

interface PlayOptions {
  seed: number;
  customers: number;
}

/** What a bad day did, beside the same days without it. Times in milliseconds. */
export interface BadDayResult {
  /** Messages of the days without it, and how many of them went out later, by how much. */
  sent: number;
  late: number;
  middle: number;
  longest: number;
  /** Went out on the good days, and were decided otherwise on the bad ones: the gate found them too late, or too many. */
  otherwise: Record<string, number>;
  /** Their journeys took another way there, and never came to them. */
  notReached: number;
  /** Came to hand on the bad days, and nothing was ever decided about them. */
  lost: number;
  broken: number;
}

const DAYS = 20;

/** Each final decision about a message, by what it is about. */
const play = async ({ seed, customers }: PlayOptions, badDay: BadDay | 'none') => {
  const decisions = new Map<string, DecisionEntry>();
  const reached = new Set<string>();
  const { violations } = await runStorm({
    releases: loadReleases(),
    seed,
    customers,
    days: DAYS,
    badDay,
    look: async ({ lives, timeline }) => {
      for (const { id } of lives.values()) {
        for (const entry of timeline.of(id)) {
          if (entry.kind !== 'decision') continue;
          const key = [id, entry.enrolment, entry.step, entry.visit].join(' ');
          reached.add(key);
          if (entry.outcome !== 'held' && entry.outcome !== 'replaced') decisions.set(key, entry);
        }
      }
    },
  });
  const undecided = [...reached].filter((key) => !decisions.has(key));
  return { decisions, undecided, broken: violations.length };
};

/** The days without trouble, to hold others against. */
export const playGoodDays = (options: PlayOptions): ReturnType<typeof play> => play(options, 'none');

/** Plays the same days with one thing away in the middle of them, and nothing else wrong, through the storm's oracle. */
export const playBadDay = async (
  options: PlayOptions,
  badDay: BadDay,
  good: Awaited<ReturnType<typeof play>>,
): Promise<BadDayResult> => {
  const bad = await play(options, badDay);
  const lost = bad.undecided.length;
  const { broken } = bad;
  const result: BadDayResult = { sent: 0, late: 0, middle: 0, longest: 0, otherwise: {}, notReached: 0, lost, broken };
  const delays: number[] = [];
  for (const [key, { outcome, at, channel }] of good.decisions) {
    if (outcome !== 'sent' || channel === undefined || channel === 'agent') continue;
    result.sent++;
    const then = bad.decisions.get(key);
    if (!then) result.notReached++;
    else if (then.outcome !== 'sent') {
      const why = `${then.outcome} ${then.reason}`;
      result.otherwise[why] = (result.otherwise[why] ?? 0) + 1;
    } else if (Date.parse(then.at) - Date.parse(at) > MINUTE) delays.push(Date.parse(then.at) - Date.parse(at));
  }
  delays.sort((one, other) => one - other);
  result.late = delays.length;
  result.middle = delays[Math.floor(delays.length / 2)] ?? 0;
  result.longest = delays.at(-1) ?? 0;
  return result;
};
