import type { Step } from '../../catalogue/definition.ts';
import type { Loop } from '../../steps/step.ts';
import { kindOf } from '../../steps/steps.ts';
import { type Fold, foldPaths } from '../../steps/walk.ts';
import type { Declarations } from '../declarations.ts';
import type { Flow } from './flow-state.ts';
import { type Common, commonFields, eitherHeard, NOTHING_HEARD } from './scope.ts';

/** What is known of a way through the steps. */
interface Way {
  heard: Common;
  /** False where every way before it ends the journey; `said` once that was reported. */
  open: boolean;
  said: boolean;
}

/** Checks the steps, with what has been heard before them. */
export const follow = (steps: readonly Step[], heard: Common, flow: Flow): void => {
  foldPaths(steps, { heard, open: true, said: false }, checking(flow));
};

/** Where ways meet again; those that ended the journey do not come. */
const meet = (at: Way, ways: readonly Way[]): Way => {
  const open = ways.filter((way) => way.open).map(({ heard }) => heard);
  return { heard: open.length === 0 ? NOTHING_HEARD : eitherOf(open), open: at.open && open.length > 0, said: at.said };
};

const eitherOf = (ways: readonly Common[]): Common => ({
  names: eitherHeard(ways.map(({ names }) => names)),
  lacking: new Map(ways.flatMap(({ lacking }) => [...lacking])),
  uncertain: ways.some(({ uncertain }) => uncertain === true),
});

/** The way out of a loop by the event that ends it. */
const endedBy = ({ until }: Loop, at: Way, declarations: Declarations): Way[] =>
  until === undefined ? [] : [{ ...at, heard: commonFields([until], declarations, 'heard') }];

/** What is heard on the ways, without a word about what is wrong on them. */
const hearing = ({ declarations }: Flow): Fold<Way> => ({
  step: (_, before) => before,
  branch: ({ heard }, at) => (heard ? { ...at, heard: commonFields(heard, declarations, 'heard') } : at),
  turn: ({ loop }, at, walk) => meet(at, [walk(meet(at, [at, walk(at)])), ...endedBy(loop, at, declarations)]),
  join: meet,
});

const checking = (flow: Flow): Fold<Way> => {
  const silent = hearing(flow);
  return {
    ...silent,
    step: (step, before) => {
      const path = flow.file.places.get(step) ?? [];
      const dead = !before.open && !before.said;
      if (dead) flow.file.source.report(path, `\`${step.id}\` is never reached: every way before it ends the journey`);
      kindOf(step).check(step, { path, heard: before.heard, flow });
      return { ...before, said: before.said || dead };
    },
    // What a turn hears may be there in the next one.
    turn: ({ loop, steps }, at, walk) =>
      meet(at, [walk(meet(at, [at, foldPaths(steps, at, silent)])), ...endedBy(loop, at, flow.declarations)]),
  };
};
