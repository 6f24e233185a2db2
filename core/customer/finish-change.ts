import { countOf } from './count-of.ts';
import { pruneDecisions } from './decision.ts';
import type { Draft } from './draft.ts';
import { pruneEvidence } from './evidence.ts';
import { awaitedBeforeCut, forgetNotesOfKept, forgetOccurrences } from './forget-occurrences.ts';
import { fitItem, isTooLarge } from './model/fit-item.ts';
import type { CustomerState } from './model/state.ts';
import { noteBefore, noteKnown } from './note-before.ts';
import { armPromises } from './promises/settle.ts';
import { armTimers } from './standing.ts';

/**
 * What must hold of an item after any change: timers for all that is due, word of what it moved, and no more than it has room
 * for. `takenOver` were another item's.
 */
export const finishChange = async (
  draft: Draft,
  before: CustomerState,
  takenOver: CustomerState['enrolments'] = {},
): Promise<void> => {
  const { state, deps, now } = draft;
  armTimers(draft, before.enrolments);
  armPromises(draft, before.promises);
  pruneDecisions(draft);
  pruneEvidence(draft);
  await forgetOccurrences(draft, before);
  state.catalogue = { version: deps.catalogue.version, number: numberOf(before, draft) };
  state.version = before.version + 1;
  state.at = now;
  noteBefore(state, before, takenOver);
  if (!isTooLarge(state)) return;
  fitItem(state, await awaitedBeforeCut(draft));
  await forgetNotesOfKept(draft);
  // What had no room is not found any more.
  noteKnown(state, before);
};

/** Of one content under two numbers, as two deploys of the same files are, the higher counts. */
const numberOf = ({ catalogue }: CustomerState, { deps }: Draft): number =>
  catalogue?.version === deps.catalogue.version
    ? Math.max(countOf(catalogue.number), deps.catalogueNumber)
    : deps.catalogueNumber;
