import type { LitWay } from '../../shared/journey/canvas.tsx';
import { type Drawn, type DrawnEdge, edgeKey } from '../../shared/journey/drawn.ts';

/** Where somebody was, in order. */
export interface Visit {
  enrolment: string;
  step: string;
}

/** Nobody stands at these: the way goes through them. */
const PASSED = ['choose', 'split'];

/** The shortest way from one place to the next, by arrows; through choices only. */
const between = (from: string, to: string, drawn: Drawn): DrawnEdge[] => {
  const through = new Set(drawn.steps.filter(({ kind }) => PASSED.includes(kind)).map(({ id }) => id));
  const open: { at: string; way: DrawnEdge[] }[] = [{ at: from, way: [] }];
  const seen = new Set<string>([from]);
  for (let next = open.shift(); next; next = open.shift()) {
    for (const edge of drawn.edges.filter((each) => each.from === next.at)) {
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
export const litWay = (drawn: Drawn, visits: readonly Visit[], isOver: boolean): LitWay => {
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
    if (before !== undefined && before !== step) take(between(before, step, drawn));
    steps.add(step);
    last.set(enrolment, step);
  }
  if (isOver) for (const step of last.values()) take(between(step, 'end', drawn));
  return { steps, edges, now: isOver && steps.has('end') ? undefined : visits.at(-1)?.step };
};
