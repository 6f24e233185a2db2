import type { Step } from '../catalogue/definition.ts';
import type { Cap } from '../catalogue/policy.ts';
import type { With } from '../catalogue/with.ts';
import { taskBlock } from '../compile/task-block.ts';
import { SLANTED } from '../draw/pen.ts';
import { type Money, WrittenMoney } from '../read/gestures/amount.ts';
import { checkGive } from '../read/gestures/check-give.ts';
import { shape } from '../read/yaml/shape.ts';
import { Id, WorkCap } from '../read/yaml/words.ts';
import { defaults } from './defaults.ts';
import { withExpressions } from './expressions.ts';
import { capPaced, formOf, id, WrittenWith } from './form.ts';
import type { Branch, StepKind } from './step.ts';

declare module '../catalogue/definition.ts' {
  interface StepShapes {
    give: {
      fits: string;
      atMost?: Money;
      with?: With;
      cap?: Cap;
      given: Step[];
      none: Step[];
      /** Undefined where nothing is said: then it is as if there were none. */
      unconfirmed?: Step[];
    };
  }
}

const branches = ({ given, none, unconfirmed }: Step<'give'>): Branch[] => [
  ...(given.length > 0 ? [{ steps: given, label: 'given', answer: 'sent' as const, gives: true as const }] : []),
  ...(none.length > 0 ? [{ steps: none, label: 'none', answer: 'unsent' as const }] : []),
  ...(unconfirmed ? [{ steps: unconfirmed, label: 'not confirmed', answer: 'unconfirmed' as const }] : []),
];

/** Chooses a gesture that fits the person and is within every budget, and waits until it is done. */
export const give: StepKind<'give'> = {
  ...defaults,
  form: (steps) =>
    formOf(
      shape({
        give: shape({
          fits: Id.describe('What it makes up for: a word under `fits` of kinds in gestures.yaml.'),
          atMost: WrittenMoney.optional().describe('What it may cost at the most, such as `20 EUR`.'),
        }).describe('The first kind in gestures.yaml that fits, was not given lately, and is within every budget.'),
        id,
        with: WrittenWith.optional().describe(
          'More fields of the event that asks for it, as they are or, after `= `, JSONata. A kind whose event has no such field does without.',
        ),
        cap: WorkCap.optional().describe('At most so often at this step, for one customer.'),
        given: steps
          .optional()
          .describe('What to do once it is done: copy may print `gesture.title` and `gesture.value`.'),
        none: steps.optional().describe('What to do where nothing could be given.'),
        unconfirmed: steps
          .optional()
          .describe(
            'What to do where nobody confirmed it in time, or it was refused; as `none` where this is left out.',
          ),
      }),
      (written, path, { steps }) => ({
        kind: 'give',
        id: written.id ?? '',
        fits: written.give.fits,
        ...(written.give.atMost && { atMost: written.give.atMost }),
        ...(written.with && { with: written.with }),
        ...(written.cap && { cap: written.cap }),
        given: steps(written.given, [...path, 'given']),
        none: steps(written.none, [...path, 'none']),
        ...(written.unconfirmed && { unconfirmed: steps(written.unconfirmed, [...path, 'unconfirmed']) }),
      }),
    ),
  lists: ['given', 'none', 'unconfirmed'],
  ownName: ({ fits }) => `give-${fits}`,
  branches,
  mapBranches: ({ unconfirmed, ...step }, change) => ({
    ...step,
    given: change(step.given),
    none: change(step.none),
    ...(unconfirmed && { unconfirmed: change(unconfirmed) }),
  }),
  pace: capPaced,
  expressions: (step) => withExpressions(step.with),
  decides: true,
  check: checkGive,
  compile: (step, onward, inner) => taskBlock(step, 'advance', branches(step), onward, inner),
  atRunTime: ({ fits, atMost, with: values, cap, unconfirmed }) => ({
    kind: 'give',
    fits,
    ...(atMost && { atMost: atMost.amount }),
    ...(values && { with: values }),
    ...(cap && { cap }),
    ...(unconfirmed && { unconfirmed: true as const }),
  }),
  draw: ({ fits }) => ({ text: `give: ${fits}`, form: SLANTED }),
};
