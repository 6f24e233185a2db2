import type { RunStepOf } from '../../language/catalogue/step.ts';
import type { StepAnswer } from '../../language/catalogue/task.ts';
import { ownValue } from '../own-value.ts';
import type { Draft } from './draft.ts';
import type { Enrolment } from './model/enrolment.ts';
import type { Taking } from './occurrence.ts';
import { answerStep } from './standing.ts';

/** Of a loop: what ends it, as a listening step takes it, also where a step of its own turns took it. */
export const untilOf = ({ until }: RunStepOf<'repeat'>, { at, turns }: Enrolment): Taking | undefined =>
  until && {
    on: [until.on],
    ...(until.where === undefined ? {} : { where: until.where }),
    although: ownValue(turns ?? {}, at)?.took,
  };

/** The loop is over: if it is come to again, it begins anew. */
export const endLoop = (draft: Draft, enrolment: Enrolment): StepAnswer => {
  const { [enrolment.at]: _, ...others } = enrolment.turns ?? {};
  enrolment.turns = others;
  return answerStep(draft, enrolment, 'through');
};

/** Turns are counted under the id that a loop has now, also of those in whose turns somebody stands. */
export const renameTurns = (enrolment: Enrolment, renamed: Record<string, string>): void => {
  const { turns } = enrolment;
  if (!turns || !Object.keys(turns).some((step) => Object.hasOwn(renamed, step))) return;
  enrolment.turns = Object.fromEntries(
    Object.entries(turns).map(([step, turn]) => [ownValue(renamed, step) ?? step, turn]),
  );
};

/** An occurrence is taken by an enrolment once; what a step takes may end the loops in whose turns it stands, too. */
export const take = (enrolment: Enrolment, id: string, fields: Record<string, unknown>): void => {
  enrolment.heard = fields;
  if (enrolment.took.includes(id)) return;
  enrolment.took = [...enrolment.took, id];
  const { turns } = enrolment;
  if (!turns) return;
  enrolment.turns = Object.fromEntries(
    Object.entries(turns).map(([loop, turn]) => [loop, { ...turn, took: [...(turn.took ?? []), id] }]),
  );
};
