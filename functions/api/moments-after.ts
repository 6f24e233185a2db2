import type { JourneyDefinition } from '../../language/catalogue/definition.ts';
import { everyStep } from '../../language/steps/walk.ts';
import { graphOf } from './graph.ts';

/** Moments that may be next for who goes on from a step; of who is held there, its own. Each once. */
export const momentsAfter = (journey: JourneyDefinition, step: string, isHeld: boolean): string[] => {
  const { steps, edges } = graphOf(journey);
  const momentOf = new Map(steps.map(({ id, moment }) => [id, moment]));
  const own = momentOf.get(step);
  if (isHeld) return own === undefined ? [] : [own];
  const rests = new Set(
    everyStep(journey).flatMap(({ id, kind }) => (['listen', 'wait', 'wait-until'].includes(kind) ? [id] : [])),
  );
  const moments = new Set<string>();
  const seen = new Set([step]);
  let front = [step];
  while (front.length > 0) {
    const next = edges.filter(({ from }) => front.includes(from)).map(({ to }) => to);
    front = [];
    for (const id of next) {
      if (seen.has(id)) continue;
      seen.add(id);
      const moment = momentOf.get(id);
      if (moment !== undefined) moments.add(moment);
      else if (!rests.has(id)) front.push(id);
    }
  }
  return [...moments];
};
