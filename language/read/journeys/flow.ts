import type { Step } from '../../catalogue/definition.ts';
import type { Branch, Loop } from '../../steps/step.ts';
import { kindOf } from '../../steps/steps.ts';
import { type Fold, foldPaths } from '../../steps/walk.ts';
import type { Declarations } from '../declarations.ts';
import { establishedBy } from '../expressions/established.ts';
import type { Flow } from './flow-state.ts';
import { type Common, commonFields, eitherHeard, NOTHING_HEARD, withSure } from './scope.ts';

/** What is known of a way through the steps. */
interface Way {
  heard: Common;
  /** Facts that a condition before it has found to be there, such as `customer.plan`. */
  sure: ReadonlySet<string>;
  /** False where every way before it ends the journey; `said` once that was reported. */
  open: boolean;
  said: boolean;
}

/** Checks the steps, with what has been heard before them, and the conditions that were true. */
export const follow = (
  steps: readonly Step[],
  heard: Common,
  flow: Flow,
  conditions: readonly (string | undefined)[] = [],
): void => {
  const sure = new Set(conditions.flatMap((condition) => [...establishedBy(condition).yes]));
  foldPaths(steps, { heard, sure, open: true, said: false }, checking(flow));
};

/** Where ways meet again; those that ended the journey do not come. */
const meet = (at: Way, ways: readonly Way[]): Way => {
  const open = ways.filter((way) => way.open);
  const [first, ...others] = open.map(({ sure }) => sure);
  return {
    heard: open.length === 0 ? NOTHING_HEARD : eitherOf(open.map(({ heard }) => heard)),
    sure: new Set([...(first ?? [])].filter((fact) => others.every((sure) => sure.has(fact)))),
    open: at.open && open.length > 0,
    said: at.said,
  };
};

/** A fact of what was heard is gone once something else is. */
const forgetHeard = (sure: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...sure].filter((fact) => !fact.startsWith('heard.')));

const chosen = (sure: ReadonlySet<string>, { when }: Branch): ReadonlySet<string> =>
  when === undefined
    ? sure
    : new Set([...sure, ...establishedBy(when.is).yes, ...when.not.flatMap((not) => [...establishedBy(not).no])]);

const eitherOf = (ways: readonly Common[]): Common => ({
  names: eitherHeard(ways.map(({ names }) => names)),
  lacking: new Map(ways.flatMap(({ lacking }) => [...lacking])),
  uncertain: ways.some(({ uncertain }) => uncertain === true),
});

/** The way out of a loop by the event that ends it. */
const endedBy = ({ until }: Loop, at: Way, declarations: Declarations): Way[] =>
  until === undefined
    ? []
    : [{ ...at, heard: commonFields([until], declarations, 'heard'), sure: forgetHeard(at.sure) }];

/** What is heard on the ways, without a word about what is wrong on them. */
const hearing = ({ declarations }: Flow): Fold<Way> => ({
  step: (_, before) => before,
  branch: (branch, at) => {
    const { heard } = branch;
    const way = heard ? { ...at, heard: commonFields(heard, declarations, 'heard'), sure: forgetHeard(at.sure) } : at;
    return { ...way, sure: chosen(way.sure, branch) };
  },
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
      const { sure } = before;
      const heard = { ...before.heard, names: withSure(before.heard.names, 'heard', sure) };
      const event = { ...flow.event, names: withSure(flow.event.names, 'event', sure) };
      const customer = withSure(flow.customer, 'customer', sure);
      kindOf(step).check(step, { path, heard, flow: { ...flow, event, customer } });
      return { ...before, said: before.said || dead };
    },
    // What a turn hears may be there in the next one.
    turn: ({ loop, steps }, at, walk) =>
      meet(at, [walk(meet(at, [at, foldPaths(steps, at, silent)])), ...endedBy(loop, at, flow.declarations)]),
  };
};
