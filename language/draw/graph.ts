import type { JourneyDefinition, Step } from '../catalogue/definition.ts';
import type { Path } from '../read/yaml/source.ts';
import type { Branch } from '../steps/step.ts';
import { kindOf } from '../steps/steps.ts';
import { everyStep, type Fold, foldPaths } from '../steps/walk.ts';

/** Where a new step would stand: in a list, before what is at that place. */
export interface Slot {
  list: Path;
  at: number;
  /** The key of a branch that is not there yet: the step comes in a list below it. */
  under?: 'otherwise';
}

export interface GraphStep {
  id: string;
  kind: Step['kind'];
  /** In a few words, such as `wait 3 days`. */
  title: string;
  moment?: string;
  /** Event types that it asks about, or sends. */
  events: string[];
  branches: { label: string; steps: string[]; isLoop: boolean }[];
  /** Where it is written. */
  place: Path;
}

/** `start` and `end` stand for where the journey begins and is over; `exit:0` for its first exit. */
export interface GraphEdge {
  from: string;
  to: string;
  label?: string;
  /** Where a step on this arrow would be written. */
  slot?: Slot;
}

/** A journey as boxes and arrows. */
export interface Graph {
  /** In the order of the YAML, those of exits last. */
  steps: GraphStep[];
  edges: GraphEdge[];
  exits: { on: string; where?: string }[];
}

type Open = Omit<GraphEdge, 'to'>;

const ANSWERED = ['heard', 'silent', 'reached', 'past', 'unsent', 'unconfirmed', 'done', 'undone'];

/** The list that a branch is written in, where there is one to name. */
const listOf = (step: Step, branch: Branch, index: number, place: Path): Path | undefined => {
  if (branch.loop) return [...place, 'steps'];
  if (branch.answer !== undefined) return ANSWERED.includes(branch.answer) ? [...place, branch.answer] : undefined;
  if (step.kind === 'split') return [...place, 'arms', step.arms[index]?.name ?? '', 'steps'];
  if (step.kind !== 'choose') return undefined;
  return index < step.branches.length ? [...place, 'choose', index, 'steps'] : undefined;
};

/** What follows in the same list. */
const slotAfter = (place: Path): Slot => ({ list: place.slice(0, -1), at: Number(place.at(-1)) + 1 });

/** Branches are made anew each time they are asked for: they are known by what they say. */
const branchSlot = (step: Step, branch: Branch, places: ReadonlyMap<Step, Path>): Slot | undefined => {
  const all = kindOf(step).branches(step);
  const index = all.findIndex(({ label, answer }) => label === branch.label && answer === branch.answer);
  const own = all[index] ?? branch;
  const place = places.get(step);
  const first = own.steps[0];
  const firstPath = first && places.get(first);
  if (firstPath) return { list: firstPath.slice(0, -1), at: Number(firstPath.at(-1)) };
  const list = place && listOf(step, own, index, place);
  if (list) return { list, at: 0 };
  if (step.kind === 'choose' && place) return { list: [...place, 'choose'], at: index, under: 'otherwise' };
  return own.answer === 'sent' && place ? slotAfter(place) : undefined;
};

interface State {
  from: string;
  step?: Step;
  open: Open[];
}

const drawing = (edges: GraphEdge[], places: ReadonlyMap<Step, Path>): Fold<State> => ({
  step: (step, { open }) => {
    for (const each of open) edges.push({ ...each, to: step.id });
    const place = places.get(step);
    return { from: step.id, step, open: [{ from: step.id, ...(place && { slot: slotAfter(place) }) }] };
  },
  branch: (branch, { from, step }) => {
    const slot = step && branchSlot(step, branch, places);
    return { from, open: [{ from, label: branch.label, ...(slot && { slot }) }] };
  },
  turn: (branch, { from, step }, walk) => {
    const slot = step && branchSlot(step, branch, places);
    const ends = walk({ from, open: [{ from, label: branch.label, ...(slot && { slot }) }] });
    for (const each of ends.open) edges.push({ ...each, to: from });
    const place = step && places.get(step);
    return { from, open: [{ from, label: 'through', ...(place && { slot: slotAfter(place) }) }] };
  },
  join: ({ from }, ways) => ({ from, open: ways.flatMap(({ open }) => open) }),
});

const stepOf = (step: Step, places: ReadonlyMap<Step, Path>): GraphStep => {
  const kind = kindOf(step);
  const moment = kind.moment(step);
  return {
    id: step.id,
    kind: step.kind,
    title: kind.draw(step).text,
    ...(moment !== undefined && { moment }),
    events: step.kind === 'emit' ? [step.event] : step.kind === 'listen' ? step.on : [...kind.awaits(step)],
    branches: kind.branches(step).map(({ label, steps, loop }) => ({
      label,
      steps: steps.map(({ id }) => id),
      isLoop: loop !== undefined,
    })),
    place: places.get(step) ?? [],
  };
};

/** The boxes and arrows of a journey; with the places of its steps also where new ones would be written. */
export const journeyGraph = (journey: JourneyDefinition, places: ReadonlyMap<Step, Path> = new Map()): Graph => {
  const edges: GraphEdge[] = [];
  const follow = (steps: Step[], from: string, list: Path) => {
    const { open } = foldPaths<State>(steps, { from, open: [{ from, slot: { list, at: 0 } }] }, drawing(edges, places));
    for (const each of open) edges.push({ ...each, to: 'end' });
  };
  follow(journey.steps, 'start', ['steps']);
  for (const [index, { steps }] of journey.exits.entries()) follow(steps, `exit:${index}`, ['exit', index, 'steps']);
  return {
    steps: everyStep(journey).map((step) => stepOf(step, places)),
    edges,
    exits: journey.exits.map(({ on, where }) => ({ on, ...(where !== undefined && { where }) })),
  };
};
