import type { JourneyDefinition, Step } from '../catalogue/definition.ts';
import type { Branch, Loop } from './step.ts';
import { kindOf } from './steps.ts';

/** The lists of steps that a step holds. */
const branchesOf = (step: Step): Branch[] => kindOf(step).branches(step);

/** Every step, at any depth, in the order of writing. */
export const flatten = (steps: readonly Step[]): Step[] =>
  steps.flatMap((step) => [step, ...branchesOf(step).flatMap((branch) => flatten(branch.steps))]);

/** Every step of a journey, its last words too. */
export const everyStep = (journey: Pick<JourneyDefinition, 'steps' | 'exits'>): Step[] =>
  [journey.steps, ...journey.exits.map(({ steps }) => steps)].flatMap(flatten);

/** Every step changed, the innermost first. */
export const mapSteps = (steps: readonly Step[], change: (step: Step) => Step): Step[] =>
  steps.map((step) => change(kindOf(step).mapBranches(step, (inner) => mapSteps(inner, change))));

/** What is worked out along all ways through the steps. */
export interface Fold<State> {
  /** After the step itself, before any of its branches. */
  step(step: Step, before: State): State;
  /** At the beginning of a branch. */
  branch(branch: Branch, at: State): State;
  /** After a loop, whose turn `walk` follows. */
  turn(branch: Branch & { loop: Loop }, at: State, walk: (begin: State) => State, step: Step): State;
  /** Where the ways from a step meet again; there are none where all end the journey. */
  join(at: State, ways: readonly State[]): State;
}

/** Follows the steps from a state, each branch from where it begins. */
export const foldPaths = <State>(steps: readonly Step[], begin: State, fold: Fold<State>): State =>
  steps.reduce((before, step) => {
    const at = fold.step(step, before);
    const ways = branchesOf(step).map((branch) => {
      const walk = (from: State) => foldPaths(branch.steps, from, fold);
      return isLoop(branch) ? fold.turn(branch, at, walk, step) : walk(fold.branch(branch, at));
    });
    return fold.join(at, kindOf(step).goesOn(step) ? [at, ...ways] : ways);
  }, begin);

const isLoop = (branch: Branch): branch is Branch & { loop: Loop } => branch.loop !== undefined;
