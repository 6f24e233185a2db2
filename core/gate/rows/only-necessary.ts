import { isSocial } from '../../../language/catalogue/purpose.ts';
import { grounds, inItsWay, unsure } from '../../explain/context.ts';
import { when } from '../../explain/tell.ts';
import { basisOfFrequency } from '../chosen-rhythm.ts';
import type { GateRow } from '../row.ts';
import { suppress } from '../verdict.ts';

/** They want to hear only what they must know: what is owed, and care. */
export const onlyNecessary: GateRow = {
  decide: ({ state, purpose }) =>
    state.frequency?.choice === 'necessary' && isSocial(purpose) ? suppress('only-necessary') : undefined,
  basis: basisOfFrequency,
  words: 'they want only what they must know',
  explain: (context) => {
    const { frequency } = context.decision.basis ?? {};
    if (!frequency) return unsure('The record does not say when they asked for only what they must know.');
    return grounds(
      [`On ${when(frequency.at, context.zone)} they asked for only what they must know.`],
      [`Had they chosen to hear more, ${inItsWay(context)}.`],
      { event: 'customer.frequency_chosen' },
    );
  },
};
