import { ownValue } from '../own-value.ts';
import { decide } from './decision.ts';
import type { Draft } from './draft.ts';
import { leaveForGood, openMessage } from './leave.ts';
import { renameTurns } from './loop.ts';
import type { CustomerState } from './model/state.ts';
import { hasStep, isMessage, stepNow, stepOf } from './standing.ts';

/** A newer catalogue has written this item: a function of today takes it. */
export class CatalogueOlder extends Error {
  override name = 'CatalogueOlder';
  constructor() {
    super('This item was written with a newer catalogue than this function has. It is tried again.');
  }
}

/** Whether an item was written with a catalogue that was published after ours. Equal contents are never older. */
const isNewer = ({ catalogue }: CustomerState, { deps }: Draft): boolean =>
  catalogue !== undefined && catalogue.version !== deps.catalogue.version && catalogue.number > deps.catalogueNumber;

/** Throws CatalogueOlder. */
export const refuseNewer = (draft: Draft): void => {
  if (isNewer(draft.state, draft)) throw new CatalogueOlder();
};

/**
 * Every reduce begins so: people under way go on in the newest version from the step where they stand, found by its id or
 * by the id it has now. Who stands at a step that is gone leaves. Throws CatalogueOlder.
 */
export const takeOver = (draft: Draft): void => {
  refuseNewer(draft);
  const { enrolments } = draft.state;
  for (const id of Object.keys(enrolments)) {
    const enrolment = enrolments[id]!;
    renameTurns(enrolment, ownValue(draft.deps.catalogue.journeys, enrolment.journey)?.renamed ?? {});
    const step = stepNow(draft, enrolment);
    if (step !== undefined) enrolment.at = step;
    else if (!enrolment.leave) {
      const isGone = !Object.hasOwn(draft.deps.catalogue.journeys, enrolment.journey);
      leaveForGood(draft, id, isGone ? 'journey-retired' : 'step-retired');
    }
  }
  settleMessages(draft);
};

/** A message in hand where the step sends no more is decided, once no attempt may be sending it; then the customer goes on. */
const settleMessages = (draft: Draft): void => {
  const { enrolments } = draft.state;
  for (const id of Object.keys(enrolments)) {
    const enrolment = enrolments[id]!;
    const open = openMessage(id, enrolment);
    if (!open || !hasStep(draft, enrolment) || isMessage(stepOf(draft, enrolment))) continue;
    if (enrolment.reserved && draft.now < enrolment.reserved.until) continue;
    decide(draft, enrolment, open, 'suppressed', 'moment-retired');
  }
};
