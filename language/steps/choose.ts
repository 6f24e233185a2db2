import { z } from 'zod';
import type { Step } from '../catalogue/definition.ts';
import type { Block, CompileInner, Onward } from '../compile/block.ts';
import { condition } from '../compile/expression.ts';
import { DIAMOND } from '../draw/pen.ts';
import { checkCondition } from '../read/expressions/condition.ts';
import { scopeAt } from '../read/journeys/flow-state.ts';
import { shape } from '../read/yaml/shape.ts';
import type { Path } from '../read/yaml/source.ts';
import { Condition } from '../read/yaml/words.ts';
import { defaults } from './defaults.ts';
import { formOf, id, required } from './form.ts';
import type { Reading, StepKind, WrittenSteps } from './step.ts';

declare module '../catalogue/definition.ts' {
  interface StepShapes {
    choose: { branches: { when: string; steps: Step[] }[]; otherwise: Step[] };
  }
}

const WrittenBranch = (steps: WrittenSteps) =>
  z.union([
    shape({
      when: Condition.describe('The branch is for customers of whom this is true.'),
      steps: required(steps, 'What happens in this branch.'),
    }),
    shape({ otherwise: required(steps, 'For all others. It comes last.') }),
  ]);
type WrittenBranch = z.output<ReturnType<typeof WrittenBranch>>;

const readBranches = (items: readonly WrittenBranch[], path: Path, { steps, report }: Reading) => {
  const branches: Step<'choose'>['branches'] = [];
  let otherwise: Step[] = [];
  for (const [place, branch] of items.entries()) {
    const at = [...path, 'choose', place];
    if ('when' in branch) branches.push({ when: branch.when, steps: steps(branch.steps, [...at, 'steps']) });
    else otherwise = steps(branch.otherwise, [...at, 'otherwise']);
    if ('otherwise' in branch && place < items.length - 1)
      report(at, '`otherwise` comes last, once: nothing after it could be chosen');
  }
  return { branches, otherwise };
};

const compile = ({ id, branches, otherwise }: Step<'choose'>, { next }: Onward, inner: CompileInner): Block => {
  const blocks = branches.map(({ when, steps }) => ({ when, block: inner(steps, next) }));
  const last = inner(otherwise, next);
  const Choices = blocks.map(({ when, block }) => ({ Condition: condition(when), Next: block.entry }));
  const states = [...blocks.flatMap(({ block }) => block.states), ...last.states];
  if (Choices.length === 0) return { entry: last.entry, states };
  return { entry: id, states: [[id, { Type: 'Choice', Choices, Default: last.entry }], ...states] };
};

/** Goes the first way whose condition is true. */
export const choose: StepKind<'choose'> = {
  ...defaults,
  form: (steps) =>
    formOf(
      shape({
        choose: z
          .array(WrittenBranch(steps), { error: 'a list of branches, each such as `- when: …` with `steps`' })
          .min(1, 'a choice needs a branch')
          .describe('Branches; the first that is true is taken.'),
        id,
      }),
      ({ choose, id = '' }, path, reading) => ({ kind: 'choose', id, ...readBranches(choose, path, reading) }),
    ),
  lists: ['steps', 'otherwise'],
  ownName: () => 'choose',
  branches: ({ branches, otherwise }) => [
    ...branches.map(({ when, steps }, place) => ({
      steps,
      label: when,
      when: { is: when, not: branches.slice(0, place).map((before) => before.when) },
    })),
    { steps: otherwise, label: 'otherwise', when: { not: branches.map(({ when }) => when) } },
  ],
  goesOn: () => false,
  mapBranches: (step, change) => ({
    ...step,
    branches: step.branches.map((branch) => ({ ...branch, steps: change(branch.steps) })),
    otherwise: change(step.otherwise),
  }),
  expressions: ({ branches }) => branches.map(({ when }) => ({ source: when })),
  check: ({ branches }, { path, heard, flow }) => {
    for (const [place, { when }] of branches.entries())
      checkCondition(when, flow.file.source, [...path, 'choose', place, 'when'], scopeAt(heard, flow));
  },
  compile,
  draw: () => ({ text: 'choose', form: DIAMOND }),
};
