import { isWork } from '../../language/catalogue/channel.ts';
import { gate, gateWork, purposeOf } from '../gate/gate.ts';
import type { Ask, Verdict } from '../gate/verdict.ts';
import { ownValue } from '../own-value.ts';
import type { Draft } from './draft.ts';
import { offerable } from './gestures/offered.ts';
import type { Enrolment } from './model/enrolment.ts';
import { overtakes } from './occurrence.ts';
import { type InHand, isMessage, type MessageStep, setDue, stepOf } from './standing.ts';

/** What took the place of the step's moment, or may have gone out, stays in hand; else the step says, as it is published now. */
const momentOf = ({ message, replaced, reserved }: Enrolment, step: MessageStep): string =>
  message && (replaced || reserved) ? message.moment : step.moment;

/** The question that the step in hand puts to the gate. `spent`: kinds of gestures whose shared budgets have no room. */
export const questionOf = async (
  draft: Draft,
  { id, enrolment }: InHand,
  step: MessageStep,
  spent: readonly string[] = [],
): Promise<Ask> => {
  const { journey, at, control, since, held, busy } = enrolment;
  const moment = momentOf(enrolment, step);
  const copy = ownValue(draft.deps.catalogue.moments, moment);
  return {
    journey,
    enrolment: id,
    step: at,
    visit: enrolment.visit,
    moment,
    purpose: copy ? purposeOf({ journey, purpose: step.purpose }, copy, draft.deps.catalogue) : step.purpose,
    control,
    since,
    held,
    overtaken: (await overtakes(draft, enrolment, step.unless)) !== undefined,
    ...(copy?.gestures && { offers: await offerable(draft, copy.gestures, journey, spent) }),
    ...(step.kind === 'task' ? { cap: step.cap } : {}),
    busyUntil: busy?.until ?? 0,
    isDown: busy?.down === true,
    lost: busy && { busy: busy.lost ?? 0, down: busy.lostDown ?? 0 },
  };
};

/** The gate's word: work for a person passes but its first rows. */
export const askGate = ({ state, now, deps }: Draft, question: Ask): Verdict => {
  const channels = ownValue(deps.catalogue.moments, question.moment)?.channels;
  return channels && isWork(channels) ? gateWork(state, question, now, deps) : gate(state, question, now, deps);
};

/**
 * Every reduce ends so, whatever the command: the gate is asked again for each held step. If it is held no longer, or not
 * as long, there is something to do at once, or by then. It is the same gate with every row: what is busy would else be
 * woken by its own commit, for ever.
 */
export const wakeHeld = async (draft: Draft): Promise<void> => {
  const { enrolments } = draft.state;
  for (const id of Object.keys(enrolments)) {
    const enrolment = enrolments[id]!;
    if (!enrolment.held || enrolment.answer) continue;
    const step = stepOf(draft, enrolment);
    if (!isMessage(step)) continue;
    const verdict = askGate(draft, await questionOf(draft, { id, enrolment }, step));
    const due = verdict.outcome === 'held' ? verdict.until : draft.now;
    if (due < enrolment.due) setDue(enrolment, due);
  }
};
