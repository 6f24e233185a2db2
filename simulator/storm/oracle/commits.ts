import type { JournalEntry } from '../../../functions/customer/journal.ts';
import type { CustomerState } from '../../../functions/customer/state.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Run } from '../functions.ts';
import type { TaskPayload } from '../machines.ts';
import { createDecisionWatch } from './decisions.ts';
import { createEventWatch } from './events.ts';
import type { Ledger } from './ledger.ts';
import { MINUTE, SILENT } from './ledger.ts';
import { createReservationWatch } from './reservations.ts';

const MAX_ITEM = 16 * 1024;

/** Reads each item as it is committed. */
export const createCommitWatch = (ledger: Ledger) => {
  const { know, running, entered, took, heardTold, journal, hash, stepOf, broken, once } = ledger;

  const { takeEvent } = createEventWatch(ledger);
  const { reserve } = createReservationWatch(ledger);
  const decide = createDecisionWatch(ledger);

  const takeEntry = async (entry: JournalEntry, run: Run, state: CustomerState): Promise<void> => {
    if (entry.kind === 'entered') return enter(entry, run, state);
    if (entry.kind === 'ended') {
      if (!running.delete(entry.enrolment)) broken('I9', `${entry.enrolment} ended twice.`);
      return;
    }
    if (entry.kind === 'goal') return once(`goal ${entry.enrolment}`);
    if (entry.kind === 'decision') return decide(entry, run, state);
  };

  const enter = (entry: Extract<JournalEntry, { kind: 'entered' }>, run: Run, state: CustomerState): void => {
    const { journey, enrolment: id, arms } = entry;
    once(`entering ${journey} by ${run.incoming?.id}`);
    if (know.closed()) broken('I7', `${journey} was entered after the account was closed.`);
    const enrolled = {
      id,
      journey,
      control: arms[journey] === 'control',
      enteredAt: state.at,
      endsBy: state.enrolments[id]?.endsBy ?? state.at,
      eventAt: Math.min(Date.parse(run.incoming?.at ?? ''), state.at),
      eventId: run.incoming?.id ?? '',
      event: { ...run.incoming?.fields, at: run.incoming?.at },
      phase: 'main',
    };
    entered.set(id, enrolled);
    running.set(id, enrolled);
  };

  /** A step that has answered stays answered, and hears nothing twice. */
  const takeListens = (state: CustomerState): void => {
    for (const [id, enrolment] of Object.entries(state.enrolments)) {
      const known = running.get(id);
      if (known) known.phase = enrolment.phase;
      const { waiting } = enrolment;
      if (waiting && heardTold.has(`${id}/${waiting.step}`))
        broken('I4', `${waiting.step} waits, its machine went on.`);
      const heard = Object.values(enrolment.took).filter((value) => value !== SILENT);
      if (new Set(heard).size < heard.length) broken('I4', `${id} took one occurrence twice.`);
      for (const [step, value] of Object.entries(enrolment.took)) {
        const before = took.get(`${id}/${step}`);
        if (before !== undefined && before !== value)
          broken('I4', `${step} took ${value} after it had answered ${before}.`);
        took.set(`${id}/${step}`, value);
      }
    }
  };

  const takeCommit = async (state: CustomerState, run: Run): Promise<void> => {
    if (ledger.item && state.version !== ledger.item.version + 1)
      broken('I6', `Version ${state.version} came after ${ledger.item.version}.`);
    if (ledger.item && state.at < ledger.item.at)
      broken('I1', `Version ${state.version} is of before its predecessor.`);
    ledger.item = state;
    ledger.last = run;
    ledger.isDirty = true;
    const text = JSON.stringify(state);
    ledger.largest = Math.max(ledger.largest, Buffer.byteLength(text));
    if (Buffer.byteLength(text) > MAX_ITEM) broken('I8', `The item has ${Buffer.byteLength(text)} bytes.`);
    takeEvent(run, state);
    for (const entry of state.journal) {
      journal.push(JSON.stringify(entry));
      hash.update(journal.at(-1) ?? '');
      await takeEntry(entry, run, state);
    }
    for (const decision of state.decisions) if (decision.outcome === 'reserved') await reserve(decision, run, state);
    const kept = Object.keys(state.enrolments).sort().join();
    if (kept !== [...running.keys()].sort().join())
      broken('I9', `The item runs ${kept}; ${[...running.keys()]} should.`);
    takeListens(state);
    if (run.task?.task === 'send') lookAtPatience(run.task, run.catalogue, state);
  };

  /** A hold is for so long at most; a busy channel and a deploy under way get some minutes more. */
  const lookAtPatience = ({ enrolment, step }: TaskPayload, catalogue: Catalogue, state: CustomerState): void => {
    const open = state.enrolments[enrolment]?.open;
    if (open?.step !== step || open.reason === 'reserved' || open.reason === 'channel-busy') return;
    const { moments, policy } = catalogue;
    const patience = moments[open.moment]?.patience ?? policy.purposes[open.purpose].patience;
    const since = stepOf(`${enrolment}/${step}`).since ?? state.at;
    if (state.at > since + 1000 * patience + 20 * MINUTE) broken('I3', `${step} is held for longer than its patience.`);
  };

  return takeCommit;
};
