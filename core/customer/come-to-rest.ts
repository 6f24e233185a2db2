import type { RunStep } from '../../language/catalogue/step.ts';
import type { StopAnswer } from '../../language/catalogue/task.ts';
import { endOfListening } from './commands/on-listen.ts';
import { endOfWait } from './commands/on-wait.ts';
import type { Draft } from './draft.ts';
import { endEnrolment } from './leave.ts';
import type { Millis } from './model/millis.ts';
import { type InHand, isFinish, moveTo, setDue, stepOf, wayOn } from './standing.ts';

/** Until when somebody who comes to a step now only waits there; undefined where there is something to do at once. */
const restsUntil = async (draft: Draft, inHand: InHand, step: RunStep | undefined): Promise<Millis | undefined> => {
  switch (step?.kind) {
    case 'wait':
    case 'wait-until':
      return endOfWait(draft, inHand.enrolment, step);
    case 'listen':
      return endOfListening(draft, inHand, step);
    default:
      return undefined;
  }
};

/**
 * Every reduce ends so: whose step has answered, and leads without a condition to one at which they only wait, or to the end of the
 * journey, is there in the same commit, where a run would need a task and a commit of its own. What runs of these enrolments are
 * told instead of the answer, by enrolment.
 */
export const comeToRest = async (draft: Draft): Promise<ReadonlyMap<string, StopAnswer>> => {
  const rested = new Map<string, StopAnswer>();
  for (const [id, enrolment] of Object.entries(draft.state.enrolments)) {
    const { journey, answer } = enrolment;
    const next = answer === undefined ? undefined : wayOn(draft, enrolment, answer);
    if (next === undefined) continue;
    if (isFinish(next)) {
      endEnrolment(draft, id, 'finished');
      rested.set(id, 'ended');
      continue;
    }
    const due = await restsUntil(draft, { id, enrolment }, stepOf(draft, { journey, at: next }));
    if (due === undefined) continue;
    moveTo(draft, enrolment, next);
    setDue(enrolment, due);
    rested.set(id, 'later');
  }
  return rested;
};
