import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { triggers } from './heard.ts';
import type { HeardEvent } from './knowledge.ts';
import type { Ledger, Running } from './ledger.ts';

const WEEK = 7 * 86_400_000;
/** What was told under one id counts, from now on, for who is under way under the other. */
const MERGED = 'customer.merged';

/** Whether enrolments leave by what they leave by, and goals are counted when they are reached. */
export const createExitWatch = (ledger: Ledger) => {
  const { running, know, once, broken } = ledger;

  const findExit = async (event: HeardEvent, enrolled: Running, catalogue: Catalogue) => {
    for (const exit of catalogue.journeys[enrolled.journey]?.exits ?? [])
      if (await triggers(event, exit, enrolled)) return exit;
    return undefined;
  };

  /** An entering event that came late finds what has happened since, of the last week and not too many. */
  const candidatesFor = (enrolled: Running, event: HeardEvent, isNew: boolean, at: number): HeardEvent[] => {
    if (!isNew && event.type !== MERGED) return [event];
    const since = know.heardEvents.filter((one) => one.at >= enrolled.eventAt && at - one.at < WEEK);
    return since.filter(({ type }) => since.filter((other) => other.type === type).length <= 6);
  };

  const reaches = async (event: HeardEvent, enrolled: Running, { journeys }: Catalogue): Promise<boolean> => {
    const goal = journeys[enrolled.journey]?.goal;
    if (!goal || !(await triggers(event, goal, enrolled))) return false;
    return goal.within === undefined || event.at <= enrolled.eventAt + goal.within * 1000;
  };

  const lookAtLeaving = async (
    enrolled: Running,
    candidates: HeardEvent[],
    state: CustomerState,
    catalogue: Catalogue,
  ) => {
    const enrolment = state.enrolments[enrolled.id];
    if (enrolled.inWords || !enrolment || enrolment.words !== undefined || enrolment.leave) return;
    for (const event of candidates)
      if (await findExit(event, enrolled, catalogue))
        broken('I9', `${enrolled.journey} should have been left by ${event.id} (${event.type}).`);
  };

  const lookAtGoal = async (
    enrolled: Running,
    event: HeardEvent,
    candidates: HeardEvent[],
    state: CustomerState,
    catalogue: Catalogue,
  ) => {
    const counted = state.journal.filter(({ kind }) => kind === 'goal') as Extract<JournalEntry, { kind: 'goal' }>[];
    const reached: boolean[] = [];
    for (const one of candidates) reached.push(await reaches(one, enrolled, catalogue));
    const says = counted.some(({ enrolment }) => enrolment === enrolled.id);
    if (says) once(`goal ${enrolled.id}`);
    // What may be forgotten may be remembered, too.
    const mayCount = event.type === MERGED ? know.heardEvents.map(({ onlyFor: _, ...one }) => one) : candidates;
    const may: boolean[] = [];
    for (const one of mayCount) may.push(await reaches(one, enrolled, catalogue));
    if (says && !may.includes(true)) broken('I4', `${enrolled.journey} counts a goal that was not reached.`);
    const isOver = state.journal.some((entry) => entry.kind === 'ended' && entry.enrolment === enrolled.id);
    if (!says && !isOver && !enrolled.hasGoal && reached.includes(true))
      broken('I4', `${enrolled.journey} reached its goal and does not count it.`);
    if (says) enrolled.hasGoal = true;
  };

  /** `before`: who ran before this event. */
  const look = async (
    before: readonly Running[],
    event: HeardEvent,
    state: CustomerState,
    catalogue: Catalogue,
  ): Promise<void> => {
    const idsBefore = new Set(before.map(({ id }) => id));
    const fresh = [...running.values()].filter(({ id }) => !idsBefore.has(id));
    for (const enrolled of [...before, ...fresh]) {
      const candidates = candidatesFor(enrolled, event, !idsBefore.has(enrolled.id), state.at);
      await lookAtGoal(enrolled, event, candidates, state, catalogue);
      await lookAtLeaving(enrolled, candidates, state, catalogue);
    }
  };

  return look;
};
