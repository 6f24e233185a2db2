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

  const firing = async (told: HeardEvent, enrolled: Running, catalogue: Catalogue) => {
    for (const exit of catalogue.journeys[enrolled.journey]?.exits ?? [])
      if (await triggers(told, exit, enrolled)) return exit;
    return undefined;
  };

  /** An entering event that came late finds what has happened since, of the last week and not too many. */
  const metBy = (enrolled: Running, told: HeardEvent, isNew: boolean, at: number): HeardEvent[] => {
    if (!isNew && told.type !== MERGED) return [told];
    const since = know.heard.filter((one) => one.at >= enrolled.eventAt && at - one.at < WEEK);
    return since.filter(({ type }) => since.filter((other) => other.type === type).length <= 6);
  };

  const reaches = async (told: HeardEvent, enrolled: Running, { journeys }: Catalogue): Promise<boolean> => {
    const goal = journeys[enrolled.journey]?.goal;
    if (!goal || !(await triggers(told, goal, enrolled))) return false;
    return goal.within === undefined || told.at <= enrolled.eventAt + goal.within * 1000;
  };

  const lookAtLeaving = async (enrolled: Running, met: HeardEvent[], state: CustomerState, catalogue: Catalogue) => {
    const kept = state.enrolments[enrolled.id];
    if (enrolled.inWords || !kept || kept.words !== undefined || kept.leave) return;
    for (const told of met)
      if (await firing(told, enrolled, catalogue))
        broken('I9', `${enrolled.journey} should have been left by ${told.id} (${told.type}).`);
  };

  const lookAtGoal = async (
    enrolled: Running,
    told: HeardEvent,
    met: HeardEvent[],
    state: CustomerState,
    catalogue: Catalogue,
  ) => {
    const counted = state.journal.filter(({ kind }) => kind === 'goal') as Extract<JournalEntry, { kind: 'goal' }>[];
    const reached: boolean[] = [];
    for (const one of met) reached.push(await reaches(one, enrolled, catalogue));
    const says = counted.some(({ enrolment }) => enrolment === enrolled.id);
    if (says) once(`goal ${enrolled.id}`);
    // What may be forgotten may be remembered, too.
    const mayCount = told.type === MERGED ? know.heard.map(({ onlyFor: _, ...one }) => one) : met;
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
    told: HeardEvent,
    state: CustomerState,
    catalogue: Catalogue,
  ): Promise<void> => {
    const known = new Set(before.map(({ id }) => id));
    const fresh = [...running.values()].filter(({ id }) => !known.has(id));
    for (const enrolled of [...before, ...fresh]) {
      const met = metBy(enrolled, told, !known.has(enrolled.id), state.at);
      await lookAtGoal(enrolled, told, met, state, catalogue);
      await lookAtLeaving(enrolled, met, state, catalogue);
    }
  };

  return look;
};
