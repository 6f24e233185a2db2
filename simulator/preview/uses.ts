import type { Definitions } from '../../language/catalogue/definition.ts';
import type { With } from '../../language/catalogue/with.ts';
import { flatten } from '../../language/steps/walk.ts';

/** A step that sends a moment, and the events that may have started its journey. */
export interface Use {
  journey: string;
  enters: string[];
  with: With;
}

const named = (reaction: unknown): string[] =>
  typeof reaction === 'object' && reaction !== null ? (Object.values(reaction) as string[]) : [];

/** Moments, or purposes of theirs, that name this one in its place. */
const inPlaceOf = (moment: string, { moments, policy }: Definitions, purposeOf: Map<string, string>): string[] =>
  Object.values(moments)
    .filter(({ id, purpose = purposeOf.get(id), whenIncident, whenNegative }) => {
      const byPurpose = purpose === undefined ? undefined : policy.purposes[purpose as 'care'];
      const targets = [whenIncident ?? byPurpose?.whenIncident, whenNegative ?? byPurpose?.whenNegative].flatMap(named);
      return targets.includes(moment);
    })
    .map(({ id }) => id);

/** Where a moment is sent, also where it takes the place of another. */
export const usesOf = (moment: string, definitions: Definitions): Use[] => {
  const purposeOf = new Map<string, string>();
  const steps = Object.values(definitions.journeys).flatMap((journey) =>
    flatten([...journey.steps, ...journey.exits.flatMap((exit) => exit.steps)]).map((step) => ({ journey, step })),
  );
  const sends = steps.flatMap(({ journey, step }) => {
    if (step.kind !== 'send' && step.kind !== 'task') return [];
    if (!purposeOf.has(step.moment)) purposeOf.set(step.moment, journey.purpose);
    return [{ journey: journey.id, enters: journey.enter.on, with: step.with ?? {}, moment: step.moment }];
  });
  const moments = new Set([moment]);
  for (let size = 0; size < moments.size; ) {
    size = moments.size;
    for (const id of [...moments]) for (const other of inPlaceOf(id, definitions, purposeOf)) moments.add(other);
  }
  const direct = sends.filter((use) => use.moment === moment);
  return direct.length > 0 ? direct : sends.filter((use) => moments.has(use.moment));
};
