import type { Step } from '../../catalogue/definition.ts';
import type { Branch, Loop } from '../../steps/step.ts';
import { kindOf } from '../../steps/steps.ts';
import { type Fold, foldPaths } from '../../steps/walk.ts';
import type { Declarations } from '../declarations.ts';
import { establishedBy } from '../expressions/established.ts';
import { bothChosen, chosenBy, chosenByEvents, NOTHING_CHOSEN } from './chosen.ts';
import type { Chosen } from './chosen-by.ts';
import { type Flow, heardOf } from './flow-state.ts';
import { type Common, commonFields, eitherHeard, NOTHING_HEARD, withSure } from './scope.ts';

/** What is known of a way through the steps. */
interface Way {
  heard: Common;
  /** By what whoever is on it was chosen: on this way, by the step that branches here, and by others leaving before. */
  chosen: Chosen;
  choosing: Chosen;
  left: Chosen;
  /** Waits for a date behind which nobody has waited yet, and that do not say what to do where it has passed. */
  unsaid: Step[];
  /** Facts that a condition before it has found to be there, such as `customer.plan`. */
  sure: ReadonlySet<string>;
  /** False where every way before it ends the journey; `isReported` once that was said. */
  open: boolean;
  isReported: boolean;
  /** Something was given before it: copy may speak of that. */
  isGiven: boolean;
}

const beginning = (heard: Common, facts: Chosen, sure: ReadonlySet<string>): Way => ({
  heard,
  sure,
  chosen: facts,
  choosing: NOTHING_CHOSEN,
  left: NOTHING_CHOSEN,
  unsaid: [],
  open: true,
  isReported: false,
  isGiven: false,
});

/** Checks the steps, with what has been heard before them, by what whoever comes to them was chosen, and the conditions that were true. */
export const follow = (
  steps: readonly Step[],
  heard: Common,
  facts: Chosen,
  flow: Flow,
  conditions: readonly (string | undefined)[] = [],
): void => {
  const sure = new Set(conditions.flatMap((condition) => [...establishedBy(condition).yes]));
  foldPaths(steps, beginning(heard, facts, sure), checking(flow));
};

/** Where ways meet again; those that ended the journey do not come. Who is still there was chosen by what let others go. */
const meet = (at: Way, ways: readonly Way[]): Way => {
  const open = ways.filter((way) => way.open);
  const [first, ...others] = open.map(({ sure }) => sure);
  const isLeft = open.length < ways.length;
  return {
    heard: open.length === 0 ? NOTHING_HEARD : eitherOf(open.map(({ heard }) => heard)),
    sure: new Set([...(first ?? [])].filter((fact) => others.every((sure) => sure.has(fact)))),
    chosen: at.chosen,
    choosing: NOTHING_CHOSEN,
    left: bothChosen(at.left, ...ways.map(({ left }) => left), ...(isLeft ? [at.chosen, at.choosing] : [])),
    unsaid: [...new Set(open.flatMap(({ unsaid }) => unsaid))],
    open: at.open && open.length > 0,
    isReported: at.isReported,
    isGiven: open.length > 0 && open.every(({ isGiven }) => isGiven),
  };
};

/** Past the choice of a step, on one of its ways. */
const within = (at: Way, types: readonly string[], declarations: Declarations): Way => ({
  ...at,
  chosen: bothChosen(at.chosen, at.choosing, chosenByEvents(types, declarations)),
  choosing: NOTHING_CHOSEN,
});

/** A fact of what was heard is gone once something else is. */
const forgetHeard = (sure: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...sure].filter((fact) => !fact.startsWith('heard.')));

/** The facts that are sure in a branch, by its condition and those before it. */
const sureIn = (sure: ReadonlySet<string>, { when }: Branch): ReadonlySet<string> =>
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
const hearing = (flow: Flow): Fold<Way> => ({
  step: (_, before) => before,
  branch: (branch, at) => {
    const { heard, answer, answerTo } = branch;
    const stillSure = heard ? forgetHeard(at.sure) : at.sure;
    return {
      ...within(at, heard ?? [], flow.declarations),
      sure: sureIn(stillSure, branch),
      unsaid: answer === 'reached' ? [] : at.unsaid,
      isGiven: at.isGiven || branch.gives === true,
      ...(heard && { heard: heardOf(heard, answerTo, flow) }),
    };
  },
  turn: ({ loop }, at, walk) => {
    const inside = within(at, [], flow.declarations);
    return meet(at, [walk(meet(inside, [inside, walk(inside)])), ...endedBy(loop, at, flow.declarations)]);
  },
  join: meet,
});

/** A split decides nothing: what follows in its arms follows on what came before. Any other step takes time, or decides. */
const unsaidAfter = (step: Step, before: Step[], flow: Flow): Step[] =>
  mayBePast(step, flow) ? [step] : step.kind === 'split' ? before : [];

/** A wait for a date that may have passed before it begins. Only an event that comes late makes that of its own time. */
const mayBePast = (step: Step, { file }: Flow): boolean => {
  if (step.kind !== 'wait-until' || (step.until === 'event.at' && step.offset > 0)) return false;
  return file.source.valueAt([...(file.places.get(step) ?? []), 'past']) === undefined;
};

const reportUnsaid = (wait: Step, { moment }: Step<'send'>, { file }: Flow): void =>
  file.source.report(
    file.places.get(wait) ?? [],
    `the date may have passed when somebody comes here, and \`${moment}\` would go out at once: send it under \`reached:\`, or say what to do under \`past:\` (\`past: []\` to send it all the same)`,
  );

const checking = (flow: Flow): Fold<Way> => {
  const silent = hearing(flow);
  return {
    ...silent,
    step: (step, before) => {
      const path = flow.file.places.get(step) ?? [];
      const dead = !before.open && !before.isReported;
      if (dead) flow.file.source.report(path, `\`${step.id}\` is never reached: every way before it ends the journey`);
      const choosing = chosenBy(kindOf(step).expressions(step), before.heard, flow);
      const facts = bothChosen(before.chosen, before.left, choosing);
      const { sure } = before;
      const heard = { ...before.heard, names: withSure(before.heard.names, 'heard', sure) };
      const event = { ...flow.event, names: withSure(flow.event.names, 'event', sure) };
      const customer = withSure(flow.customer, 'customer', sure);
      kindOf(step).check(step, {
        path,
        heard,
        chosen: facts,
        isGiven: before.isGiven,
        flow: { ...flow, event, customer },
      });
      if (step.kind === 'send') for (const wait of before.unsaid) reportUnsaid(wait, step, flow);
      return {
        ...before,
        choosing,
        unsaid: unsaidAfter(step, before.unsaid, flow),
        isReported: before.isReported || dead,
      };
    },
    // What a turn hears may be there in the next one.
    turn: ({ loop, steps }, at, walk) => {
      const inside = within(at, [], flow.declarations);
      const turned = meet(inside, [inside, foldPaths(steps, inside, silent)]);
      return meet(at, [walk(turned), ...endedBy(loop, at, flow.declarations)]);
    },
  };
};
