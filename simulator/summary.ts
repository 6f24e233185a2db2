import type { DecisionEntry, JournalEntry } from '../functions/customer/journal.ts';
import type { Catalogue } from '../language/catalogue/catalogue.ts';

interface Counts {
  entered: number;
  control: number;
  sent: number;
  held: number;
  suppressed: Record<string, number>;
  toPerson: number;
  gestures: number;
  failed: number;
  goals: number;
}

/** What became of everybody, per journey, as it accumulates. */
export interface Summary {
  add(entry: JournalEntry): void;
  lines(catalogue: Catalogue): string[];
}

const none = (): Counts => ({
  entered: 0,
  control: 0,
  sent: 0,
  held: 0,
  suppressed: {},
  toPerson: 0,
  gestures: 0,
  failed: 0,
  goals: 0,
});

/** Reasons in words: what a marketer reads. `patience:` and `muted-by:` keep what follows. */
const reasonWords = (reason: string): string => reason.replace(/^patience:/, 'waited too long: ').replace(/[-:]/g, ' ');

const decide = (counts: Counts, entry: DecisionEntry): void => {
  const { outcome, reason, channel } = entry;
  if (outcome === 'sent' && channel === undefined) counts.gestures++;
  else if (outcome === 'escalated' || (outcome === 'sent' && channel === 'agent')) counts.toPerson++;
  else if (outcome === 'sent') counts.sent++;
  else if (outcome === 'held') counts.held++;
  else if (outcome === 'failed' || outcome === 'unknown') counts.failed++;
  else if (outcome === 'suppressed') counts.suppressed[reason] = (counts.suppressed[reason] ?? 0) + 1;
};

export const createSummary = (): Summary => {
  const journeys = new Map<string, Counts>();
  const rejected: Record<string, number> = {};
  const of = (journey: string): Counts => {
    const counts = journeys.get(journey) ?? none();
    journeys.set(journey, counts);
    return counts;
  };
  return {
    add: (entry) => {
      if (entry.kind === 'decision') decide(of(entry.journey), entry);
      else if (entry.kind === 'goal') of(entry.journey).goals++;
      else if (entry.kind === 'rejected') rejected[entry.reason] = (rejected[entry.reason] ?? 0) + 1;
      else if (entry.kind === 'entered') {
        of(entry.journey).entered++;
        if (entry.arms[entry.journey] === 'control') of(entry.journey).control++;
      }
    },
    lines: ({ journeys: known }) => {
      const lines = [...journeys.entries()]
        .sort(([a], [b]) => a.localeCompare(b))
        .flatMap(([id, counts]) => journeyLines(known[id]?.title ?? id, counts));
      const refused = Object.entries(rejected).map(([reason, count]) => `${count} ${reasonWords(reason)}`);
      return refused.length > 0 ? [...lines, '', `Events not taken: ${refused.join(', ')}`] : lines;
    },
  };
};

const journeyLines = (title: string, counts: Counts): string[] => {
  const { entered, control, sent, held, toPerson, gestures, failed, goals } = counts;
  const suppressed = Object.entries(counts.suppressed).sort(([, a], [, b]) => b - a);
  const total = suppressed.reduce((sum, [, count]) => sum + count, 0);
  const row = (name: string, value: string | number) => `  ${name.padEnd(22)} ${value}`;
  const maybe = (name: string, value: number) => (value > 0 ? [row(name, value)] : []);
  return [
    '',
    title,
    row('entered', control > 0 ? `${entered}, ${control} of them in the control group` : entered),
    row('messages sent', sent),
    row('held for a while', held),
    row('not sent', total),
    ...suppressed.map(([reason, count]) => `    ${String(count).padStart(5)}  ${reasonWords(reason)}`),
    row('handed to a person', toPerson),
    ...maybe('gestures made', gestures),
    ...maybe('failed or unknown', failed),
    row('goals reached', goals),
  ];
};
