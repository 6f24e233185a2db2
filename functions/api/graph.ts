import type { JourneyDefinition, Step } from '../../language/catalogue/definition.ts';
import { kindOf } from '../../language/steps/steps.ts';
import { type Fold, foldPaths } from '../../language/steps/walk.ts';
import type { JourneyGraph, JourneyStep } from './contract/journeys.ts';

type Drawn = Pick<JourneyStep, 'id' | 'kind' | 'title' | 'moment' | 'events' | 'depth' | 'branches'>;
type Edge = JourneyGraph['edges'][number];

/** A box that an arrow leaves, and what stands on the arrow. */
interface Open {
  from: string;
  label?: string;
}

const START = 'start';
const END = 'end';

const branchesOf = (step: Step) => kindOf(step).branches(step);

const drawnOf = (step: Step, depth: number): Drawn => {
  const moment = kindOf(step).moment(step);
  const events = step.kind === 'listen' ? step.on : step.kind === 'emit' ? [step.event] : [];
  return {
    id: step.id,
    kind: step.kind,
    title: kindOf(step).draw(step).text,
    ...(moment === undefined ? {} : { moment }),
    events,
    depth,
    branches: branchesOf(step).map(({ label, steps, loop }) => ({
      label,
      steps: steps.map(({ id }) => id),
      isLoop: loop !== undefined,
    })),
  };
};

/** Every step at any depth, in the order of writing. */
const drawnIn = (steps: readonly Step[], depth: number): Drawn[] =>
  steps.flatMap((step) => [
    drawnOf(step, depth),
    ...branchesOf(step).flatMap((branch) => drawnIn(branch.steps, depth + 1)),
  ]);

const arrow = ({ from, label }: Open, to: string): Edge => ({ from, to, ...(label === undefined ? {} : { label }) });

const edgesOf = (steps: readonly Step[], begin: string): Edge[] => {
  const edges: Edge[] = [];
  const fold: Fold<{ at: string; open: Open[] }> = {
    step: ({ id }, { open }) => {
      edges.push(...open.map((one) => arrow(one, id)));
      return { at: id, open: [{ from: id }] };
    },
    branch: ({ label }, { at }) => ({ at, open: [{ from: at, label }] }),
    turn: ({ label }, { at }, walk) => {
      const { open } = walk({ at, open: [{ from: at, label }] });
      edges.push(...open.map((one) => arrow(one, at)));
      return { at, open: [{ from: at, label: 'through' }] };
    },
    join: ({ at }, ways) => ({ at, open: ways.flatMap(({ open }) => open) }),
  };
  const { open } = foldPaths(steps, { at: begin, open: [{ from: begin }] }, fold);
  return [...edges, ...open.map((one) => arrow(one, END))];
};

/** A journey as a graph: its steps in the order of the YAML, its paths, and the arrows between them. */
export const graphOf = ({ steps, exits }: JourneyDefinition) => ({
  steps: [...drawnIn(steps, 0), ...exits.flatMap((exit) => drawnIn(exit.steps, 0))],
  path: steps.map(({ id }) => id),
  exits: exits.map(({ on, where, steps: words }) => ({
    on,
    ...(where === undefined ? {} : { where }),
    path: words.map(({ id }) => id),
  })),
  edges: [...edgesOf(steps, START), ...exits.flatMap((exit, place) => edgesOf(exit.steps, `exit:${place}`))],
});
