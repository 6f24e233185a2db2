import type { Toy } from '../toy.ts';

const MODULE = `import { z } from 'zod';
import { taskBlock } from '../compile/task-block.ts';
import { ROUND } from '../draw/pen.ts';
import { shape } from '../read/yaml/shape.ts';
import { defaults } from './defaults.ts';
import { formOf, id } from './form.ts';
import type { StepKind } from './step.ts';

declare module '../catalogue/definition.ts' {
  interface StepShapes {
    beat: { minutes: number };
  }
}

/** Waits for the next beat of so many minutes. */
export const beat: StepKind<'beat'> = {
  ...defaults,
  form: () =>
    formOf(
      shape({ beat: z.number().int().min(1).max(60).describe('Beats are so many minutes apart.'), id }),
      ({ beat, id = '' }) => ({ kind: 'beat', id, minutes: beat }),
    ),
  ownName: () => 'beat',
  seconds: ({ minutes }) => minutes * 60,
  compile: (step, onward, inner) => taskBlock(step, 'advance', [], onward, inner),
  atRunTime: ({ minutes }) => ({ kind: 'beat', minutes }),
  draw: ({ minutes }) => ({ text: \`the next \${minutes} minutes\`, form: ROUND }),
};
`;

const COMMAND = `import type { RunStepOf } from '../../../language/catalogue/step.ts';
import type { StepAnswer } from '../../../language/catalogue/task.ts';
import type { Draft } from '../draft.ts';
import { answerStep, type InHand, setDue } from '../standing.ts';

/** Waits for the next beat. */
export const onBeat = (
  draft: Draft,
  { enrolment }: InHand,
  { minutes }: RunStepOf<'beat'>,
  isNew: boolean,
): StepAnswer | 'later' => {
  if (!isNew) return draft.now < enrolment.due ? 'later' : answerStep(draft, enrolment, 'reached');
  const beat = minutes * 60_000;
  setDue(enrolment, (Math.floor(draft.now / beat) + 1) * beat);
  return 'later';
};
`;

const SECTION = `#### beat

The next beat of so many minutes: \`beat: 15\` goes on at a quarter of an hour.

<!-- words: journey/beat -->
<!-- /words -->

`;

/** Waits for the next quarter of an hour. */
export const beat: Toy = {
  recipe: 'A new step kind',
  names: { kind: 'beat' },
  changes: {
    'language/steps/beat.ts': { text: MODULE },
    'language/steps/steps.ts': [
      {
        after: "import type { Step, StepName } from '../catalogue/definition.ts';\n",
        insert: "import { beat } from './beat.ts';\n",
      },
      { after: 'const KINDS: { [Kind in StepName]: StepKind<Kind> } = {\n', insert: '  beat,\n' },
    ],
    'language/catalogue/step.ts': [
      {
        after: "export const RunStep = z.discriminatedUnion('kind', [\n",
        insert: "  z.strictObject({ kind: z.literal('beat'), minutes: z.number().int() }),\n",
      },
    ],
    'core/customer/commands/on-beat.ts': { text: COMMAND },
    'core/customer/commands/on-task.ts': [
      { after: "import { onEmit } from './on-emit.ts';\n", insert: "import { onBeat } from './on-beat.ts';\n" },
      {
        after: '  switch (atRunTime.kind) {\n',
        insert: "    case 'beat':\n      return onBeat(draft, inHand, atRunTime, isNext);\n",
      },
    ],
    'docs/language.md': [{ after: '### Steps\n', insert: `\n${SECTION}` }],
  },
};
