import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Run } from '../functions.ts';
import type { TaskPayload } from '../machines.ts';
import { createDecisionWatch } from './decisions.ts';
import { createEntryWatch } from './entries.ts';
import { createEventWatch } from './events.ts';
import { createExitWatch } from './exits.ts';
import { createItemWatch } from './item.ts';
import type { Ledger } from './ledger.ts';
import { MINUTE } from './ledger.ts';
import { createListenWatch } from './listens.ts';
import { createReservationWatch } from './reservations.ts';
import { createSizeWatch } from './size.ts';

/** Reads each item as it is committed. */
export const createCommitWatch = (ledger: Ledger) => {
  const { running, journal, hash, stepOf, broken } = ledger;

  const { takeEvent } = createEventWatch(ledger);
  const { reserve } = createReservationWatch(ledger);
  const decide = createDecisionWatch(ledger);
  const listens = createListenWatch(ledger);
  const lookAtItem = createItemWatch(ledger);
  const entries = createEntryWatch(ledger);
  const lookAtExits = createExitWatch(ledger);
  const lookAtSize = createSizeWatch(ledger);

  const takeEntry = async (entry: JournalEntry, run: Run, state: CustomerState): Promise<void> => {
    if (entry.kind === 'entered') return entries.enter(entry, run, state);
    if (entry.kind === 'not-entered') return entries.refuse(entry, run, state);
    if (entry.kind === 'ended') return entries.end(entry, run, state);
    if (entry.kind === 'decision') return decide(entry, run, state);
  };

  const takeCommit = async (state: CustomerState, run: Run): Promise<void> => {
    if (ledger.item && state.version !== ledger.item.version + 1)
      broken('I6', `Version ${state.version} came after ${ledger.item.version}.`);
    if (ledger.item && state.at < ledger.item.at)
      broken('I1', `Version ${state.version} is of before its predecessor.`);
    const before = ledger.item;
    ledger.item = state;
    const answered = listens.take(state);
    ledger.last = run;
    ledger.isDirty = true;
    lookAtSize(state);
    const told = takeEvent(run, state);
    const ranBefore = [...running.values()];
    if (run.incoming) lookAtItem(state, run.catalogue);
    for (const entry of state.journal) {
      journal.push(JSON.stringify(entry));
      hash.update(journal.at(-1) ?? '');
      await takeEntry(entry, run, state);
    }
    for (const decision of state.decisions) if (decision.outcome === 'reserved') await reserve(decision, run, state);
    const kept = Object.keys(state.enrolments).sort().join();
    if (kept !== [...running.keys()].sort().join())
      broken('I9', `The item runs ${kept}; ${[...running.keys()]} should.`);
    if (told) {
      entries.lookAtEvent(state.journal, run);
      await lookAtExits(ranBefore, told, state, run.catalogue);
    }
    lookAtRunning(state, run.catalogue);
    await listens.look(answered, run, before);
    lookAtHolds(state, run.catalogue);
    if (run.task?.task === 'send') lookAtPatience(run.task, run.catalogue, state);
  };

  /** Nobody runs who closed the account, or whose journey has left; and last words are the last. */
  const lookAtRunning = ({ enrolments }: CustomerState, { journeys }: Catalogue): void => {
    for (const [id, { phase, journey }] of Object.entries(enrolments)) {
      const known = running.get(id);
      if (ledger.know.closed()) broken('I9', `${journey} runs on, the account is closed.`);
      if (!journeys[journey]) broken('I9', `${journey} runs on and is not in the catalogue.`);
      if (!known || known.phase === phase) continue;
      if (known.phase !== 'main') broken('I9', `${journey} left its last words.`);
      ledger.due.add(`${id}-${phase}`);
      known.phase = phase;
    }
  };

  /** Each hold is journalled when it begins, and when its reason changes. */
  const lookAtHolds = ({ enrolments, at }: CustomerState, { moments, policy }: Catalogue): void => {
    for (const [id, { open }] of Object.entries(enrolments)) {
      if (!open || open.reason === 'reserved' || open.reason === 'replaced') continue;
      const { held, since = at } = stepOf(`${id}/${open.step}`);
      const patience = moments[open.moment]?.patience ?? policy.purposes[open.purpose].patience;
      if (open.until > Math.max(since + 1000 * patience, at) + 20 * MINUTE)
        broken('I3', `${open.step} is held until after its patience.`);
      if (held?.reason !== open.reason) broken('I3', `${open.step} is held for ${open.reason}, and nobody was told.`);
    }
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
