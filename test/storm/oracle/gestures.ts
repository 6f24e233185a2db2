import type { GestureEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Run } from '../functions.ts';
import { commitKey, type Ledger } from './ledger.ts';
import { type Done, isEventFull } from './works.ts';

/** What became of a gesture, as the timeline tells it, and what it counts as. */
export interface Gave {
  states: string[];
  done: Done;
}

/** To which state one may come from which; nothing comes before what is offered, or given at once. */
const MAY: Record<string, string[]> = {
  '': ['offered', 'given', 'confirmed', 'failed'],
  offered: ['given', 'confirmed', 'failed'],
  given: ['confirmed', 'failed', 'failed-unconfirmed', 'reversed'],
  confirmed: ['reversed'],
  'failed-unconfirmed': ['confirmed', 'failed', 'reversed'],
};

/** Whether each gesture lives once, in order, within its caps, and is told. */
export const createGestureWatch = (ledger: Ledger) => {
  const { gestures, owed, done, broken } = ledger;

  const forget = (id: string): void => {
    const place = done.indexOf(gestures.get(id)?.done as Done);
    if (place >= 0) done.splice(place, 1);
  };

  /** What is offered counts for caps from then on: what was not there before. */
  const takeRecords = (state: CustomerState, { catalogue }: Run): void => {
    for (const { id, kind, state: stands, at, why } of state.gestures ?? []) {
      if (gestures.has(id)) continue;
      const event = catalogue.gestures?.kinds[kind]?.emit ?? '';
      const one: Done = { what: { event }, journey: '', step: '', at };
      gestures.set(id, { states: stands === 'offered' ? ['offered'] : [], done: one });
      if (stands === 'failed' && why !== 'unconfirmed') continue;
      if (isEventFull(event, { catalogue, done, at, journey: '', step: '' }))
        broken('I7', `The gesture ${id} (${kind}) was offered over its cap.`);
      done.push(one);
    }
  };

  const takeEntry = ({ gesture: id, of, state: to, why, emits }: GestureEntry, state: CustomerState): void => {
    const record = gestures.get(id);
    const states = record?.states ?? [];
    const from = states.at(-1) ?? '';
    const stands = why === 'unconfirmed' ? 'failed-unconfirmed' : to;
    const isTold = stands === 'offered' && from === 'offered';
    if (!isTold && !MAY[from]?.includes(stands)) broken('I6', `The gesture ${id} (${of}) is ${stands} after ${from}.`);
    if (!isTold) states.push(stands);
    if (stands === 'failed' || stands === 'reversed') forget(id);
    if (emits) owed.set(`${id}/asks-${to}`, commitKey(state));
    if (to !== 'offered') owed.set([`${id}/${to}`, ...(why === undefined ? [] : [why])].join('-'), commitKey(state));
  };

  return (state: CustomerState, run: Run): void => {
    const entries = state.journal.filter((entry) => entry.kind === 'gesture');
    // What is not given leaves room for what is offered in its place, in the same commit.
    for (const { gesture, state: to, why } of entries)
      if (to === 'reversed' || (to === 'failed' && why !== 'unconfirmed')) forget(gesture);
    takeRecords(state, run);
    for (const entry of entries) takeEntry(entry, state);
  };
};
