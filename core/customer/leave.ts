import type { Trigger } from '../../language/catalogue/trigger.ts';
import { holds } from '../../language/expressions/condition.ts';
import { own } from '../own.ts';
import { type Draft, namesOf, note } from './draft.ts';
import { endEnrolment, startLastWords } from './enrolment.ts';
import type { Enrolment, Occurrence } from './model/state.ts';
import { happenedSince, heardOf } from './occurrence.ts';

/** An event as goals and exits see it. `kept` is what `heard` holds afterwards. */
export interface Happening extends Occurrence {
  type: string;
  kept: Record<string, unknown>;
}

/** Whether a trigger fires. */
const fires = async (draft: Draft, enrolment: Enrolment, { on, where }: Trigger, event: Happening): Promise<boolean> =>
  on === event.type && (!where || holds(where, namesOf(draft, enrolment, heardOf(event))));

/** Counts a goal, once. */
const reachGoal = async (draft: Draft, id: string, enrolment: Enrolment, event: Happening): Promise<void> => {
  const goal = own(draft.deps.catalogue.journeys, enrolment.journey)?.goal;
  if (!goal || enrolment.goalAt !== undefined) return;
  if (goal.within !== undefined && event.at > enrolment.startedAt + goal.within * 1000) return;
  if (!(await fires(draft, enrolment, goal, event))) return;
  enrolment.goalAt = event.at;
  note(draft, { kind: 'goal', journey: enrolment.journey, enrolment: id, event: event.type });
  if (goal.exit) endEnrolment(draft, id, 'goal');
};

/** Leaves by the first exit that fires. Last words are not left. */
const leaveByExit = async (draft: Draft, id: string, enrolment: Enrolment, event: Happening): Promise<void> => {
  if (enrolment.phase !== 'main') return;
  for (const exit of own(draft.deps.catalogue.journeys, enrolment.journey)?.exits ?? []) {
    if (!(await fires(draft, enrolment, exit, event))) continue;
    if (exit.phase) startLastWords(draft, id, exit.phase, event.kept);
    else endEnrolment(draft, id, 'exit');
    return;
  }
};

const meet = async (draft: Draft, id: string, event: Happening): Promise<void> => {
  for (const move of [reachGoal, leaveByExit]) {
    const enrolment = draft.state.enrolments[id];
    if (enrolment && happenedSince(enrolment, event)) await move(draft, id, enrolment, event);
  }
};

/** What an event ends or fulfils among the running enrolments. */
export const meetAll = async (draft: Draft, event: Happening): Promise<void> => {
  for (const id of Object.keys(draft.state.enrolments)) await meet(draft, id, event);
};

/** An entering event that came late: what has happened since it counts as if it came now. */
export const catchUp = async (draft: Draft, id: string): Promise<void> => {
  const all = Object.entries(draft.state.occurrences).flatMap(([type, occurrences]) =>
    occurrences.map((occurrence) => ({ ...occurrence, type, kept: occurrence.fields })),
  );
  for (const event of all.sort((a, b) => a.at - b.at)) await meet(draft, id, event);
};
