import { ownValue } from '../own-value.ts';
import { refuseNewer } from './catalogue-older.ts';
import { decide } from './decision.ts';
import type { Draft } from './draft.ts';
import { leaveForGood, openMessage } from './leave.ts';
import { renameTurns } from './loop.ts';
import { hasStep, isMessage, stepNow, stepOf } from './standing.ts';

/**
 * Every reduce begins so: people under way go on in the newest version from the step where they stand, found by its id or
 * by the id it has now. Who stands at a step that is gone leaves. Throws CatalogueOlder.
 */
export const takeOver = (draft: Draft): void => {
  refuseNewer(draft.state, draft.deps);
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
