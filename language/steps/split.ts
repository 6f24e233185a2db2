import { z } from 'zod';
import type { Step } from '../catalogue/definition.ts';
import type { Block, CompileInner, Onward } from '../compile/block.ts';
import { expression } from '../compile/expression.ts';
import { DIAMOND } from '../draw/pen.ts';
import { named, shape } from '../read/yaml/shape.ts';
import { Id } from '../read/yaml/words.ts';
import { defaults } from './defaults.ts';
import { formOf } from './form.ts';
import type { CheckContext, StepKind } from './step.ts';

declare module '../catalogue/definition.ts' {
  interface StepShapes {
    split: { arms: { name: string; share: number; steps: Step[] }[] };
  }
}

const check = ({ arms }: Step<'split'>, { path, flow }: CheckContext): void => {
  const total = arms.reduce((sum, { share }) => sum + share, 0);
  if (Math.abs(total - 100) > 1e-9)
    flow.file.source.report([...path, 'arms'], `the shares come to ${total}, and have to come to 100`, true);
};

/** Arms are drawn at entry. The last one is the Default, so that no arm can be without a way. */
const compile = ({ id, arms }: Step<'split'>, { next }: Onward, inner: CompileInner): Block => {
  const blocks = arms.map(({ name, steps }) => ({ name, block: inner(steps, next) }));
  const Choices = blocks.slice(0, -1).map(({ name, block }) => ({
    Condition: expression(`$states.input.arms."${id}" = "${name}"`),
    Next: block.entry,
  }));
  const Default = blocks.at(-1)?.block.entry ?? next;
  const states = blocks.flatMap(({ block }) => block.states);
  if (Choices.length === 0) return { entry: Default, states };
  return { entry: id, states: [[id, { Type: 'Choice', Choices, Default }], ...states] };
};

/** Draws an arm for each customer, who stays in it. */
export const split: StepKind<'split'> = {
  ...defaults,
  form: (steps) =>
    formOf(
      shape({
        split: Id.describe('The name of the split, and of the step.'),
        arms: named(
          Id,
          shape({
            share: z
              .number({ error: 'a percentage such as `50`' })
              .min(0)
              .max(100)
              .describe('Percent of customers. The shares of all arms make 100.'),
            steps: steps.optional().describe('What these customers get; nothing where it is left out.'),
          }),
          'early: { share: 50, steps: [ … ] }',
        ).describe('The names of its arms, and what each gets.'),
      }),
      (fields, path, { steps }) => ({
        kind: 'split',
        id: fields.split,
        arms: Object.entries(fields.arms).map(([name, arm]) => ({
          name,
          share: arm.share,
          steps: steps(arm.steps, [...path, 'arms', name, 'steps']),
        })),
      }),
    ),
  idKey: 'split',
  lists: ['steps'],
  ownName: ({ id }) => id,
  branches: ({ arms }) => arms.map(({ name, share, steps }) => ({ steps, label: `${name}, ${share} %` })),
  goesOn: () => false,
  mapBranches: (step, change) => ({ ...step, arms: step.arms.map((arm) => ({ ...arm, steps: change(arm.steps) })) }),
  check,
  compile,
  draw: ({ id }) => ({ text: id, form: DIAMOND }),
};
