import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Ledger, Violation } from './ledger.ts';
import { SILENT } from './ledger.ts';
import type { StepRecord } from './steps.ts';

export interface Verdict {
  violations: Violation[];
  events: number;
  commits: number;
  sent: number;
  decisions: number;
  largestItem: number;
  /** Of all that was decided and done. */
  digest: string;
}

/** What a machine is told for each final decision. */
const MEANS: Record<string, string> = {
  sent: 'sent',
  control: 'sent',
  unknown: 'sent',
  suppressed: 'unsent',
  escalated: 'unsent',
  failed: 'unsent',
  ended: 'ended',
};

/** What is left to say when all is over. */
export const createVerdict = (ledger: Ledger) => {
  const {
    violations,
    steps,
    events,
    running,
    entered,
    took,
    heardTold,
    executions,
    due,
    journal,
    given,
    owed,
    hash,
    broken,
  } = ledger;

  const verdictOnStep = ({ key, finals, since, told, alibis, bounced }: StepRecord): void => {
    if (since !== undefined && finals.length === 0) broken('I3', `${key} was open and never came to a decision.`);
    const { outcome = 'none', reason } = finals[0] ?? {};
    for (const answer of told) {
      const isSettled = bounced && answer === 'unsent';
      if (answer !== 'ended' && MEANS[outcome] !== answer && !isSettled)
        broken('I3', `${key} is ${outcome}, its machine was told ${answer}.`);
    }
    if (outcome === 'unknown' && alibis.length === 0)
      broken('I3', `${key} is unknown (${reason}) and nothing went wrong.`);
  };

  const verdict = (final: CustomerState | undefined, timeline: JournalEntry[], open: number): Verdict => {
    const told = new Set(timeline.map((entry) => JSON.stringify(entry)));
    const rows = timeline.map((entry) => JSON.stringify(entry));
    if (rows.join('\n') !== journal.join('\n')) {
      const lost = journal.filter((entry) => !told.has(entry)).length;
      broken('I6', `The timeline has ${rows.length} entries, the commits had ${journal.length}; ${lost} are lost.`);
    }
    for (const step of steps.values()) verdictOnStep(step);
    for (const key of owed) if (!given.has(key)) broken('I4', `${key} was decided and never published.`);
    for (const [key, outcome] of heardTold) {
      const heard = took.get(key) === SILENT ? 'silent' : 'heard';
      if (took.has(key) && heard !== outcome)
        broken('I4', `${key} took ${took.get(key)}, its machine was told ${outcome}.`);
    }
    for (const name of due) if (!executions.has(name)) broken('I9', `The execution ${name} never started.`);
    if (open > 0) broken('I9', `${open} executions still wait.`);
    for (const [name, status] of executions)
      if (status === 'running') broken('I9', `The execution ${name} never ends.`);
    for (const id of running.keys()) broken('I9', `The enrolment ${id} of ${entered.get(id)?.journey} never ends.`);
    const left = final?.decisions.filter(({ outcome }) => outcome === 'reserved') ?? [];
    for (const { enrolment, step } of left) broken('I3', `${enrolment}/${step} stays reserved.`);
    hash.update(JSON.stringify(final ?? null));
    return {
      violations,
      events: events.size,
      commits: final?.version ?? 0,
      sent: ledger.sentCount,
      decisions: ledger.decisionCount,
      largestItem: ledger.largest,
      digest: hash.digest('hex'),
    };
  };

  return verdict;
};
