import type { LitWay } from '../../shared/journey/canvas.tsx';
import { type Drawing, type DrawnEdge, edgeKey } from '../../shared/journey/drawing.ts';

/** Where somebody was, in order. */
export interface Visit {
  enrolment: string;
  step: string;
}

/** Nobody stands at these: the way goes through them. */
const PASSED = ['choose', 'split'];

/** The shortest way from one place to the next, by arrows; through choices only. */
const between = (from: string, to: string, drawing: Drawing): DrawnEdge[] => {
  const through = new Set(drawing.steps.filter(({ kind }) => PASSED.includes(kind)).map(({ id }) => id));
  const open: { at: string; way: DrawnEdge[] }[] = [{ at: from, way: [] }];
  const seen = new Set<string>([from]);
  for (let next = open.shift(); next; next = open.shift()) {
    for (const edge of drawing.edges.filter((each) => each.from === next.at)) {
      const way = [...next.way, edge];
      if (edge.to === to) return way;
      if (seen.has(edge.to) || !through.has(edge.to)) continue;
      seen.add(edge.to);
      open.push({ at: edge.to, way });
    }
  }
  return [];
};

/** Steps and arrows that somebody took, as far as they have come. */
export const litWay = (drawing: Drawing, visits: readonly Visit[], isOver: boolean): LitWay => {
  const steps = new Set<string>();
  const edges = new Set<string>();
  const last = new Map<string, string>();
  const take = (way: readonly DrawnEdge[]) => {
    for (const edge of way) {
      edges.add(edgeKey(edge));
      steps.add(edge.from).add(edge.to);
    }
  };
  for (const { enrolment, step } of visits) {
    const before = last.get(enrolment);
    if (before !== undefined && before !== step) take(between(before, step, drawing));
    steps.add(step);
    last.set(enrolment, step);
  }
  if (isOver) for (const step of last.values()) take(between(step, 'end', drawing));
  return { steps, edges, now: isOver && steps.has('end') ? undefined : visits.at(-1)?.step };
};
