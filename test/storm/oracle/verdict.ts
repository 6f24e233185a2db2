import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Ledger, Violation } from './ledger.ts';
import { createPromiseWatch } from './promises.ts';
import type { StepRecord } from './steps.ts';

export interface Verdict {
  violations: Violation[];
  events: number;
  commits: number;
  sent: number;
  decisions: number;
  erasures: number;
  /** Of all that was decided and done. */
  digest: string;
}

/** What a run is told for each final decision. */
const MEANS: Record<string, string> = {
  sent: 'sent',
  control: 'sent',
  unknown: 'sent',
  suppressed: 'unsent',
  escalated: 'unsent',
  failed: 'unsent',
};

/** Of an event of ours that has to be confirmed, too: nobody confirmed it, or nobody got it. */
const MEANS_ALSO: Record<string, string[]> = { sent: ['unconfirmed'], control: ['withheld'] };
/** Of a gesture, which goes the way of what could not be given where nothing else is said. */
const MEANS_OF_GESTURE: Record<string, string[]> = { sent: ['unconfirmed', 'unsent'], control: ['withheld'] };

/** Of what they choose themselves: who says nothing in time goes a way of their own. */
const MEANS_OF_CHOICE: Record<string, string[]> = { ...MEANS_OF_GESTURE, suppressed: ['silent'] };

const meansAlso = (key: string, outcome: string): string[] => {
  if (key.includes('/emit-')) return MEANS_ALSO[outcome] ?? [];
  if (key.includes('/what-they-chose/')) return MEANS_OF_CHOICE[outcome] ?? [];
  return /\/(give|make-up)-/.test(key) ? (MEANS_OF_GESTURE[outcome] ?? []) : [];
};

/** Of work that is waited for: what became of it. */
const FATES: readonly string[] = ['done', 'undone'];

/** Whether a run may be told this of a step that was decided so. */
const mayMean = (key: string, outcome: string, answer: string): boolean =>
  MEANS[outcome] === answer ||
  meansAlso(key, outcome).includes(answer) ||
  (outcome === 'sent' && FATES.includes(answer));

/** What is left to say when all is over. */
export const createVerdict = (ledger: Ledger) => {
  const { record, steps, running, entered, journal, publications, owed, broken } = ledger;
  const { lostCommits } = record;

  const verdictOnStep = ({ key, finals, since, answers, alibis, reserved }: StepRecord): void => {
    if (since !== undefined && finals.length === 0) broken('I3', `${key} was in hand and never came to a decision.`);
    const { outcome = 'none', reason } = finals[0] ?? {};
    for (const answer of answers)
      if (finals.length > 0 && !mayMean(key, outcome, answer))
        broken('I3', `${key} is ${outcome}, its run was told ${answer}.`);
    if (outcome === 'unknown' && alibis.length === 0)
      broken('I3', `${key} is unknown (${reason}) and nothing went wrong in ${reserved.size} attempts.`);
  };

  /** The timeline that lies under an id has what was committed under it. */
  const verdictOnTimeline = (id: string, timeline: JournalEntry[]): void => {
    const own = journal.filter(({ customer }) => customer === id);
    // Of what was given up some may have been written before.
    const mayLack = new Set(own.filter(({ commit }) => lostCommits.has(commit)).map(({ text }) => text));
    const rows = timeline.map((entry) => JSON.stringify(entry)).filter((row) => !mayLack.has(row));
    const carried = own.map(({ text }) => text).filter((text) => !mayLack.has(text));
    if (rows.join('\n') !== carried.join('\n')) {
      const rowSet = new Set(rows);
      const lost = carried.filter((entry) => !rowSet.has(entry)).length;
      broken('I6', `The timeline has ${rows.length} entries, the commits had ${carried.length}; ${lost} are lost.`);
    }
  };

  return (final: CustomerState | undefined, timelines: Map<string, JournalEntry[]>): void => {
    for (const [id, timeline] of timelines) verdictOnTimeline(id, timeline);
    const isErased = final?.erased !== undefined;
    if (!isErased) for (const step of steps.values()) verdictOnStep(step);
    if (!isErased) createPromiseWatch(ledger).verdict();
    for (const [key, commit] of owed)
      if (!publications.has(key) && !lostCommits.has(commit) && !isErased)
        broken('I4', `${key} was decided and never published.`);
    if (isErased) broken('I9', 'The mark of an erasure is still there.');
    for (const id of running.keys()) broken('I9', `The enrolment ${id} of ${entered.get(id)?.journey} never ends.`);
    record.hash.update(JSON.stringify(final ?? null));
  };
};
