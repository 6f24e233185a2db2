import { grounds } from '../../explain/context.ts';
import type { GateRow } from '../row.ts';

/** Its copy cannot be written for this customer: surely not sent. */
export const copyFailed: GateRow = {
  words: 'its copy could not be written',
  explain: ({ decision: { moment } }) =>
    grounds(
      [
        `Nothing spoke against it, but the copy of ${moment} could not be written: something that it prints is not what its filters take, such as an amount that is no number.`,
      ],
      [
        'With copy that prints what this customer has it would have gone out; `tactful preview` says what is wrong with it.',
      ],
    ),
};
