import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { HOUR, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import type { Run } from '../functions.ts';
import { createDecisionWatch } from './decisions.ts';
import { createEntryWatch } from './entries.ts';
import { createEventWatch } from './events.ts';
import { createExitWatch } from './exits.ts';
import { createGestureWatch } from './gestures.ts';
import { createItemWatch } from './item.ts';
import { commitKey, type Ledger } from './ledger.ts';
import { createListenWatch } from './listens.ts';
import { createMoveWatch } from './moves.ts';
import { createPromiseWatch } from './promises.ts';
import { createReservationWatch } from './reservations.ts';
import { createSizeWatch } from './size.ts';
import { keyOf } from './steps.ts';
import { createTaskWatch } from './tasks.ts';

/** Reads each item as it is committed. */
export const createCommitWatch = (ledger: Ledger) => {
  const { running, journal, record, stepOf, broken } = ledger;

  const { takeEvent } = createEventWatch(ledger);
  const { lookAtReservations } = createReservationWatch(ledger);
  const decide = createDecisionWatch(ledger);
  const listens = createListenWatch(ledger);
  const lookAtItem = createItemWatch(ledger);
  const entries = createEntryWatch(ledger);
  const lookAtExits = createExitWatch(ledger);
  const lookAtSize = createSizeWatch(ledger);
  const lookAtMoves = createMoveWatch(ledger);
  const promises = createPromiseWatch(ledger);
  const lookAtGestures = createGestureWatch(ledger);
  const tasks = createTaskWatch(ledger);

  const takeEntry = async (entry: JournalEntry, run: Run, state: CustomerState, before: CustomerState | undefined) => {
    if (entry.kind === 'entered') return entries.enter(entry, run, state);
    if (entry.kind === 'not-entered') return entries.refuse(entry, run, state);
    if (entry.kind === 'ended') return entries.end(entry, run, state, before);
    if (entry.kind === 'task') return tasks.tell(entry, state, before);
    if (entry.kind !== 'decision') return;
    tasks.give(entry);
    return decide(entry, run, state);
  };

  const takeCommit = async (state: CustomerState, run: Run): Promise<void> => {
    const before = ledger.item;
    if (state.version !== (before?.version ?? 0) + 1)
      broken('I6', `Version ${state.version} came after ${before?.version}.`);
    if (before && state.at < before.at) broken('I1', `Version ${state.version} is of before its predecessor.`);
    record.commits++;
    ledger.item = state;
    const answered = listens.take(state, before, run);
    ledger.last = run;
    ledger.isDirty = true;
    lookAtMoves(state, before, run);
    if (state.erased !== undefined) return lookAtErased(state);
    lookAtSize(state);
    const event = takeEvent(run, state);
    promises.take(state, run);
    lookAtGestures(state, run);
    const ranBefore = [...running.values()];
    if (run.incoming) lookAtItem(state, run.catalogue);
    lookAtDispute(state, run);
    lookAtBusy(state, before, run);
    for (const entry of state.journal) {
      const text = JSON.stringify(entry);
      journal.push({ customer: state.id, commit: commitKey(state), text });
      record.hash.update(text);
      await takeEntry(entry, run, state, before);
    }
    await promises.look(state, before, run, event);
    await lookAtReservations(state, run);
    const ids = Object.keys(state.enrolments).sort().join();
    if (ids !== [...running.keys()].sort().join()) broken('I9', `The item runs ${ids}; ${[...running.keys()]} should.`);
    if (event) {
      entries.lookAtEvent(state.journal, run);
      await lookAtExits(ranBefore, event, state, run.catalogue);
    }
    lookAtRunning(state, run.catalogue);
    await listens.look(answered, run);
    lookAtHolds(state, run.catalogue);
  };

  /** What was understood wrong is not there any more. */
  const lookAtDispute = ({ evidence, journal }: CustomerState, { incoming }: Run): void => {
    if (incoming?.type !== 'customer.evidence_disputed') return;
    const { evidence: disputed } = incoming.fields;
    if (evidence.some(({ id }) => id === disputed)) broken('I4', `${disputed} was disputed, and still counts.`);
    if (journal.filter(({ kind }) => kind === 'disputed').length > 1) broken('I6', `${disputed} was taken back twice.`);
  };

  /** Nothing is left but the mark. */
  const lookAtErased = (state: CustomerState): void => {
    const left = [state.attributes, state.enrolments, state.occurrences, state.decisions, state.evidence, state.seen];
    if (left.some((part) => Object.keys(part).length > 0)) broken('I6', 'Something is left of whom was erased.');
    running.clear();
  };

  /**
   * A channel that was busy is left alone for a minute, one that is down for ten, and twice as long each time, half of it at
   * least; one that is paced until its turn.
   */
  const lookAtBusy = (state: CustomerState, before: CustomerState | undefined, { turn }: Run): void => {
    for (const [id, one] of Object.entries(state.enrolments)) {
      const was = before?.enrolments[id];
      const earlier = was?.visit === one.visit ? was.reserved : undefined;
      // One that lapsed before stays, as over: it may have gone out.
      const isReleased =
        !one.reserved || (one.reserved.attempt === earlier?.attempt && one.reserved.until < earlier.until);
      if (!earlier || !isReleased || one.answer) continue;
      const step = stepOf(keyOf(id, one));
      const reserved = step.reserved.get(earlier.attempt);
      if (reserved) reserved.isReleased = true;
      const mayHaveGone = [...step.reserved.values()].some((other) => !other.isReleased);
      if (!mayHaveGone) ledger.counted.delete(step.key);
      const { until = 0, down: isDown = false } = one.busy ?? {};
      // A turn whose answer was lost is none: then the channel itself was busy.
      const isItsTurn = turn !== undefined && until === Math.max(state.at, turn);
      step.busyTimes = (isDown === step.isDown ? step.busyTimes : 0) + (isItsTurn ? 0 : 1);
      const longest = Math.min(isDown ? 2 * HOUR : HOUR, (isDown ? 10 : 1) * MINUTE * 2 ** (step.busyTimes - 1));
      Object.assign(step, { busyUntil: until, isDown, lost: step.lost + until - state.at });
      const isInTime = isItsTurn || (until >= state.at + longest / 2 && until <= state.at + longest);
      if (!isInTime)
        broken(
          'I3',
          `${step.key} leaves its channel alone until ${until}, which is neither about ${longest} ms nor its turn at ${turn}.`,
        );
      // Sooner where its patience ends, or another reason does.
      if (one.held?.reason !== (isDown ? 'channel-down' : 'channel-busy') || one.due > until)
        broken('I3', `${step.key} was released, and is due at ${one.due}, not at ${until}.`);
    }
  };

  /** Nobody runs who closed the account, or whose journey has left; and last words are the last. */
  const lookAtRunning = ({ enrolments }: CustomerState, { journeys }: Catalogue): void => {
    for (const [id, { words, journey, leave }] of Object.entries(enrolments)) {
      const enrolled = running.get(id);
      if (ledger.know.closed() && !leave) broken('I9', `${journey} runs on, the account is closed.`);
      if (!journeys[journey] && !leave) broken('I9', `${journey} runs on and is not in the catalogue.`);
      if (!enrolled) continue;
      enrolled.inWords = words !== undefined;
      enrolled.isLeaving = leave !== undefined;
    }
  };

  /** Each hold is journalled when it begins and when its reason changes, a flapping one once an hour. */
  const lookAtHolds = ({ enrolments, at }: CustomerState, { moments, policy }: Catalogue): void => {
    for (const [id, one] of Object.entries(enrolments)) {
      const { held, message, due, since } = one;
      if (!held || !message) continue;
      const { heldNotes, key, lost } = stepOf(keyOf(id, one));
      const patience = moments[message.moment]?.patience ?? policy.purposes[message.purpose].patience;
      const isBusy = held.reason === 'channel-busy' || held.reason === 'channel-down';
      // What its channel took is added to it, and a fault of ours ends none.
      const ends = held.reason === 'channel-down' ? at : since + 1000 * patience + lost;
      if (due > Math.max(ends, at) + (isBusy ? 2 * HOUR : 20 * MINUTE))
        broken('I3', `${key} is held until after its patience.`);
      const noted = heldNotes.get(held.reason);
      if (noted === undefined || (!isBusy && noted < held.since - HOUR))
        broken('I3', `${key} is held for ${held.reason}, and nobody was told.`);
    }
  };

  return takeCommit;
};
