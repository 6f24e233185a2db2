import { z } from 'zod';
import { FINISH } from '../catalogue/fixed-step.ts';
import { ROUND } from '../draw/pen.ts';
import { shape } from '../read/yaml/shape.ts';
import { defaults } from './defaults.ts';
import { formOf, id } from './form.ts';
import type { StepKind } from './step.ts';

declare module '../catalogue/definition.ts' {
  interface StepShapes {
    exit: object;
  }
}

/** Ends the journey. */
export const exit: StepKind<'exit'> = {
  ...defaults,
  form: () =>
    formOf(
      shape({ exit: z.literal(true).describe('The journey ends here for this customer.'), id }),
      ({ id = '' }) => ({ kind: 'exit', id }),
    ),
  ownName: () => 'exit',
  goesOn: () => false,
  compile: () => ({ entry: FINISH, states: [] }),
  draw: () => ({ text: 'end', form: ROUND }),
};
