import { DAY } from '../../language/catalogue/milliseconds.ts';
import type { RunStep } from '../../language/catalogue/step.ts';
import type { Trigger } from '../../language/catalogue/trigger.ts';
import { ownValue } from '../own-value.ts';
import type { Draft } from './draft.ts';
import { untilOf } from './loop.ts';
import type { Enrolment } from './model/enrolment.ts';
import { fewerOccurrences } from './model/fewer-occurrences.ts';
import { LIMITS } from './model/limits.ts';
import type { Occurrence } from './model/occurrence.ts';
import type { CustomerState } from './model/state.ts';
import { hasHappened, type Taking, takes, triggerKey } from './occurrence.ts';
import { isMessage } from './standing.ts';

const WEEK = 7 * DAY;

/** Drops occurrences that no running enrolment can take and that are too old for a new one to. */
const dropOld = ({ state, now }: Draft): void => {
  const first = Math.min(...Object.values(state.enrolments).map(({ startedAt }) => startedAt));
  for (const [type, all] of Object.entries(state.occurrences)) {
    if (all.length < 2) continue;
    const needed = all.filter(({ at }) => at >= first);
    // The newest, and all of the last week, stay for an enrolment whose entering event comes late.
    const recent = all.filter(({ at }, index) => index === all.length - 1 || now - at < WEEK);
    const longer = needed.length > recent.length ? needed : recent;
    if (longer.length < all.length) state.occurrences = { ...state.occurrences, [type]: longer };
  }
};

const stepsOf = ({ deps }: Draft, { journey }: Enrolment): [string, RunStep][] =>
  Object.entries(ownValue(deps.catalogue.journeys, journey)?.steps ?? {});

/** Each once: steps of a journey often wait for the same, and asking twice costs twice. */
const distinct = <Element>(all: Element[], keyOf: (element: Element) => string): Element[] => [
  ...new Map(all.map((element) => [keyOf(element), element])).values(),
];

/** What the steps of an enrolment may take, wherever it stands. */
const takingsOf = (draft: Draft, enrolment: Enrolment): Taking[] => {
  const all = stepsOf(draft, enrolment).flatMap(([at, step]): Taking[] => {
    if (step.kind === 'listen') return [step];
    const until = step.kind === 'repeat' ? untilOf(step, { ...enrolment, at }) : undefined;
    return until ? [until] : [];
  });
  return distinct(all, ({ on, where, answers, although }) => JSON.stringify([on, where, answers, although]));
};

const unlessOf = (draft: Draft, enrolment: Enrolment): Trigger[] => {
  const all = stepsOf(draft, enrolment).flatMap(([, step]) => (isMessage(step) ? (step.unless ?? []) : []));
  return distinct(all, triggerKey);
};

/** Ids of what steps of running enrolments would take of these: of each step the first that it would. */
const awaitedOf = async (draft: Draft, type: string, occurrences: readonly Occurrence[]): Promise<Set<string>> => {
  const awaited = new Set<string>();
  for (const [id, enrolment] of Object.entries(draft.state.enrolments))
    for (const taking of takingsOf(draft, enrolment))
      for (const occurrence of occurrences) {
        if (!(await takes(draft, { id, enrolment }, taking, type, occurrence))) continue;
        awaited.add(occurrence.id);
        break;
      }
  return awaited;
};

/** Notes what of these overtakes a message of a running enrolment: that stays so when they are forgotten. */
const noteOvertaken = async (draft: Draft, type: string, occurrences: readonly Occurrence[]): Promise<void> => {
  for (const enrolment of Object.values(draft.state.enrolments))
    for (const trigger of unlessOf(draft, enrolment)) {
      const key = triggerKey(trigger);
      if (trigger.on !== type || ownValue(enrolment.overtaken ?? {}, key) !== undefined) continue;
      for (const occurrence of occurrences) {
        if (!(await hasHappened(draft, enrolment, trigger, occurrence))) continue;
        enrolment.overtaken = { ...enrolment.overtaken, [key]: occurrence.at };
        break;
      }
    }
};

/** Forgets what was taken of occurrences that are not kept any more. */
const dropTaken = ({ state }: Draft): void => {
  const enrolments = Object.values(state.enrolments);
  // Most have taken nothing yet.
  if (enrolments.every(({ took }) => took.length === 0)) return;
  const ids = new Set(Object.values(state.occurrences).flatMap((all) => all.map(({ id }) => id)));
  for (const enrolment of enrolments) {
    const { took, turns } = enrolment;
    if (took.every((id) => ids.has(id))) continue;
    enrolment.took = took.filter((id) => ids.has(id));
    if (turns)
      enrolment.turns = Object.fromEntries(Object.entries(turns).map(([loop, turn]) => [loop, onlyOf(turn, ids)]));
  }
};

type Turn = NonNullable<Enrolment['turns']>[string];

const onlyOf = ({ took, ...turn }: Turn, ids: ReadonlySet<string>): Turn => {
  const left = took?.filter((id) => ids.has(id)) ?? [];
  return left.length > 0 ? { ...turn, took: left } : turn;
};

/** Every reduce ends so: of each type the newest occurrences stay, and of older ones those that a running enrolment waits for. */
export const forgetOccurrences = async (draft: Draft, before: CustomerState): Promise<void> => {
  dropOld(draft);
  const { state } = draft;
  for (const [type, all] of Object.entries(state.occurrences)) {
    // Conditions are asked only where another of the type has come: most commits bring none.
    if (all.length <= LIMITS.occurrences || all === ownValue(before.occurrences, type)) continue;
    const older = all.slice(0, -LIMITS.occurrences);
    const remaining = fewerOccurrences(all, await awaitedOf(draft, type, older), LIMITS);
    const ids = new Set(remaining.map(({ id }) => id));
    await noteOvertaken(
      draft,
      type,
      all.filter(({ id }) => !ids.has(id)),
    );
    state.occurrences = { ...state.occurrences, [type]: remaining };
  }
  dropTaken(draft);
};

/** Before an item is cut, which may forget any: notes what they overtake, and answers the ids of those that somebody waits for. */
export const awaitedBeforeCut = async (draft: Draft): Promise<ReadonlySet<string>> => {
  const awaited = new Set<string>();
  for (const [type, all] of Object.entries(draft.state.occurrences)) {
    await noteOvertaken(draft, type, all);
    for (const id of await awaitedOf(draft, type, all)) awaited.add(id);
  }
  return awaited;
};

/** After it was cut: what an occurrence that stayed overtakes is asked of it, as ever. */
export const forgetNotesOfKept = async (draft: Draft): Promise<void> => {
  for (const enrolment of Object.values(draft.state.enrolments))
    for (const trigger of unlessOf(draft, enrolment)) {
      const key = triggerKey(trigger);
      const at = ownValue(enrolment.overtaken ?? {}, key);
      const occurrence = ownValue(draft.state.occurrences, trigger.on)?.find((one) => one.at === at);
      // Its fields may have been cut too short to be asked.
      if (!occurrence || !(await hasHappened(draft, enrolment, trigger, occurrence))) continue;
      const { [key]: _, ...others } = enrolment.overtaken ?? {};
      enrolment.overtaken = Object.keys(others).length > 0 ? others : undefined;
    }
};
