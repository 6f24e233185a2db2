import type { Step } from '../catalogue/definition.ts';
import type { Cap } from '../catalogue/policy.ts';
import type { With } from '../catalogue/with.ts';
import { taskBlock } from '../compile/task-block.ts';
import { SLANTED } from '../draw/pen.ts';
import { type Money, WrittenMoney } from '../read/gestures/amount.ts';
import { checkGive } from '../read/gestures/check-give.ts';
import { shape } from '../read/yaml/shape.ts';
import { Duration, Id, WorkCap } from '../read/yaml/words.ts';
import { defaults } from './defaults.ts';
import { withExpressions } from './expressions.ts';
import { capPaced, formOf, id, WrittenWith } from './form.ts';
import type { Branch, StepKind } from './step.ts';

declare module '../catalogue/definition.ts' {
  interface StepShapes {
    give: {
      /** What it makes up for, where the journey chooses. */
      fits?: string;
      atMost?: Money;
      /** The moment that asks the customer, and how long they may choose. */
      chosen?: string;
      within?: number;
      with?: With;
      cap?: Cap;
      given: Step[];
      none: Step[];
      unchosen: Step[];
      /** Undefined where nothing is said: then it is as if there were none. */
      unconfirmed?: Step[];
    };
  }
}

const branches = ({ given, none, unchosen, unconfirmed }: Step<'give'>): Branch[] => [
  ...(given.length > 0 ? [{ steps: given, label: 'given', answer: 'sent' as const, gives: true as const }] : []),
  ...(none.length > 0 ? [{ steps: none, label: 'none', answer: 'unsent' as const }] : []),
  ...(unchosen.length > 0 ? [{ steps: unchosen, label: 'not chosen', answer: 'silent' as const }] : []),
  ...(unconfirmed ? [{ steps: unconfirmed, label: 'not confirmed', answer: 'unconfirmed' as const }] : []),
];

/** Chooses a gesture that fits the person and is within every budget, or gives what they choose themselves, and waits until it is done. */
export const give: StepKind<'give'> = {
  ...defaults,
  form: (steps) =>
    formOf(
      shape({
        give: shape({
          fits: Id.optional().describe('What it makes up for: a word under `fits` of kinds in gestures.yaml.'),
          atMost: WrittenMoney.optional().describe('What it may cost at the most, such as `20 EUR`.'),
          chosen: Id.optional().describe(
            'Instead of `fits`: a moment before it with `asks: { gestures: … }`, by which the customer chooses.',
          ),
          within: Duration.optional().describe('With `chosen`: how long they may choose.'),
        }).describe(
          'The first kind in gestures.yaml that fits, was not given lately, and is within every budget; or what the customer chooses.',
        ),
        id,
        with: WrittenWith.optional().describe(
          'More fields of the event that asks for it, as they are or, after `= `, JSONata. A kind whose event has no such field does without.',
        ),
        cap: WorkCap.optional().describe('At most so often at this step, for one customer.'),
        given: steps
          .optional()
          .describe('What to do once it is done: copy may print `gesture.title` and `gesture.value`.'),
        none: steps
          .optional()
          .describe(
            'What to do where nothing could be given. With `chosen` also where they would rather hear from a person: it has a `task`.',
          ),
        unchosen: steps
          .optional()
          .describe('With `chosen`: what to do where they were not asked, or chose nothing in time.'),
        unconfirmed: steps
          .optional()
          .describe(
            'What to do where nobody confirmed it in time, or it was refused; as `none` where this is left out.',
          ),
      }),
      (fields, path, { steps }) => ({
        kind: 'give',
        id: fields.id ?? '',
        ...(fields.give.fits !== undefined && { fits: fields.give.fits }),
        ...(fields.give.atMost && { atMost: fields.give.atMost }),
        ...(fields.give.chosen !== undefined && { chosen: fields.give.chosen }),
        ...(fields.give.within !== undefined && { within: fields.give.within }),
        ...(fields.with && { with: fields.with }),
        ...(fields.cap && { cap: fields.cap }),
        given: steps(fields.given, [...path, 'given']),
        none: steps(fields.none, [...path, 'none']),
        unchosen: steps(fields.unchosen, [...path, 'unchosen']),
        ...(fields.unconfirmed && { unconfirmed: steps(fields.unconfirmed, [...path, 'unconfirmed']) }),
      }),
    ),
  lists: ['given', 'none', 'unchosen', 'unconfirmed'],
  ownName: ({ fits, chosen }) => `give-${chosen ?? fits ?? ''}`,
  branches,
  mapBranches: ({ unconfirmed, ...step }, change) => ({
    ...step,
    given: change(step.given),
    none: change(step.none),
    unchosen: change(step.unchosen),
    ...(unconfirmed && { unconfirmed: change(unconfirmed) }),
  }),
  pace: (step, paced) => ({
    ...capPaced(step, paced),
    ...(step.within !== undefined && { within: paced(step.within) }),
  }),
  seconds: ({ within = 0 }) => within,
  expressions: (step) => withExpressions(step.with),
  decides: true,
  check: checkGive,
  compile: (step, onward, inner) => taskBlock(step, 'advance', branches(step), onward, inner),
  atRunTime: ({ fits, atMost, chosen, within, with: values, cap, unconfirmed }) => ({
    kind: 'give',
    ...(fits !== undefined && { fits }),
    ...(chosen !== undefined && { chosen }),
    ...(within !== undefined && { within }),
    ...(atMost && { atMost: atMost.amount }),
    ...(values && { with: values }),
    ...(cap && { cap }),
    ...(unconfirmed && { unconfirmed: true as const }),
  }),
  draw: ({ fits, chosen }) => ({
    text: chosen ? `give what was chosen: ${chosen}` : `give: ${fits ?? ''}`,
    form: SLANTED,
  }),
};
