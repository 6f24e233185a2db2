import { grounds } from '../../explain/context.ts';
import { titleOf } from '../../explain/words/decision.ts';
import type { GateRow } from '../row.ts';

/** The step they stood at is not in the journey any more, and `renamed` names no other. */
export const stepRetired: GateRow = {
  words: 'the step had left the journey',
  explain: ({ decision: { journey, enrolment, step }, catalogue }) => {
    const title = titleOf(journey, catalogue);
    return grounds(
      [`${title} had no step ${step} any more.`],
      [`With the step, or with renamed: { ${step}: <another> } in ${title}, they would have gone on from there.`],
      { journey, enrolment },
    );
  },
};
